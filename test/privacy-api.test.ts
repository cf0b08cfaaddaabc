import { beforeAll, expect, test } from "vitest";
import * as eraseRoute from "#app/api/v1/privacy/erase/route.ts";
import * as exportRoute from "#app/api/v1/privacy/export/route.ts";
import { createApiKey } from "#lib/api-keys/create-api-key.ts";
import type { ApiScope } from "#lib/api-keys/scopes.ts";
import { db } from "#lib/db/client.ts";
import { erasure } from "#lib/inbox/erase-person.ts";
import { personExport } from "#lib/inbox/export-person.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { nameOf } from "#test/fixtures/person.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const EMAIL = "ada@private.example";
const payloads = Object.values(makeEvents({ seed: 3, emails: [EMAIL] }));
let workspaceId = "";
const keys = new Map<ApiScope, string>();

beforeAll(async () => {
  workspaceId = await makeWorkspace();
  await deliver(workspaceId, [...payloads, ...Object.values(makeEvents({ seed: 7 }))]);
  await drainAll();
  for (const scope of ["privacy:read", "privacy:write", "visitors:read"] as const) {
    const made = { workspaceId, name: scope, scopes: [scope], createdById: null };
    keys.set(scope, (await createApiKey(made)).key);
  }
});

type Route = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

async function post(route: Route, body: unknown, scope: ApiScope = "privacy:write") {
  const request = new Request("http://foyer.test/api/v1/privacy", {
    method: "POST",
    headers: { Authorization: `Bearer ${keys.get(scope)}`, "Content-Type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const response = await route(request, { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json() };
}

test.each([
  ["no JSON", "nonsense"],
  ["nobody", {}],
  ["two ways at once", { email: EMAIL, visitorId: "v_1" }],
  ["an unknown field", { email: EMAIL, really: true }],
  ["no address", { email: "ada" }],
  ["no profile", { linkedinUrl: "https://example.com/in/ada" }],
])("%s is a 400", async (_, body) => {
  expect((await post(eraseRoute.POST, body)).status).toBe(400);
  expect((await post(exportRoute.POST, body)).status).toBe(400);
});

test("each needs its scope, and who may erase may export", async () => {
  const subject = { email: EMAIL };
  expect((await post(eraseRoute.POST, subject, "privacy:read")).status).toBe(403);
  expect((await post(exportRoute.POST, subject, "visitors:read")).status).toBe(403);
  expect((await post(exportRoute.POST, subject, "privacy:write")).status).toBe(200);
});

test("nobody of that id, or nothing held, is a 404", async () => {
  expect((await post(eraseRoute.POST, { visitorId: "v_1" })).status).toBe(404);
  expect((await post(exportRoute.POST, { email: "no@one.example" })).status).toBe(404);
});

test("the export holds every event as it came, every row, and nobody else", async () => {
  const { status, body } = await post(exportRoute.POST, { email: EMAIL }, "privacy:read");
  expect(status).toBe(200);
  const held = personExport.parse(body);
  expect(held.deliveries.map(({ payload }) => JSON.stringify(payload))).toEqual(
    payloads.map((payload) => JSON.stringify(payload)),
  );
  expect(held.profile?.linkedinUrl).toContain(nameOf(3).slug);
  const counts = Object.entries(held.records).map(([table, rows]) => [table, rows.length] as const);
  expect(Object.fromEntries(counts)).toMatchObject({
    ...{ visitor: 1, visitor_email: 1, email_validation: 1, session: 1, device: 1, event: 5 },
  });
  expect(held.records.page_view?.length).toBeGreaterThan(0);
  expect(held.records.employment?.length).toBeGreaterThan(0);
  expect(JSON.stringify(body)).not.toContain(nameOf(7).slug);
});

test("an erasure answers with counts, tells the audit log, and leaves nothing to export", async () => {
  const { status, body } = await post(eraseRoute.POST, { email: EMAIL });
  expect(status).toBe(200);
  expect(erasure.parse(body)).toMatchObject({ visitors: 1, events: 5, deliveries: 5 });
  expect(JSON.stringify(body)).not.toContain(EMAIL);
  const [entry] = await db().auditEntry.findMany({
    where: { workspaceId, action: "privacy.erased" },
  });
  expect(entry).toMatchObject({ id: body.id, detail: { events: 5, keyId: expect.any(String) } });
  expect((await post(exportRoute.POST, { email: EMAIL })).status).toBe(404);
});
