import { beforeEach, expect, test } from "vitest";
import * as undoRoute from "#app/api/v1/corrections/[id]/undo/route.ts";
import * as correctionsRoute from "#app/api/v1/visitors/[id]/corrections/route.ts";
import * as detachRoute from "#app/api/v1/visitors/[id]/detach/route.ts";
import * as mergeRoute from "#app/api/v1/visitors/[id]/merge/route.ts";
import { createApiKey } from "#lib/api-keys/create-api-key.ts";
import type { ApiScope } from "#lib/api-keys/scopes.ts";
import { db } from "#lib/db/client.ts";
import { linkedinVisitorKey } from "#lib/identity/evidence.ts";
import { visitorIdOf } from "#lib/visitors/project-visitors.ts";
import { withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { nameOf } from "#test/fixtures/person.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

let workspaceId = "";
let key = "";
let keyId = "";

async function makeKey(scope: ApiScope, of = workspaceId) {
  const made = { workspaceId: of, name: scope, scopes: [scope], createdById: null };
  return createApiKey(made);
}

beforeEach(async () => {
  workspaceId = await makeWorkspace();
  await deliver(
    workspaceId,
    [3, 7].flatMap((seed) => Object.values(makeEvents({ seed }))),
  );
  await drainAll();
  ({ key, id: keyId } = await makeKey("visitors:write"));
});

const person = (seed: number) =>
  visitorIdOf(workspaceId, linkedinVisitorKey(`https://linkedin.com/in/${nameOf(seed).slug}`));
const ids = async () =>
  (await db().visitor.findMany({ where: { workspaceId }, orderBy: { id: "asc" } })).map(
    ({ id }) => id,
  );

type Route = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

async function call(route: Route, id: string, body?: unknown, bearer = key) {
  const request = new Request("http://foyer.test/api/v1/visitors", {
    method: body === undefined ? "GET" : "POST",
    headers: { Authorization: `Bearer ${bearer}`, "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const response = await route(request, { params: Promise.resolve({ id }) });
  return { status: response.status, body: await response.json() };
}

test("merge, look, undo: everybody is as before", async () => {
  const before = await ids();
  expect(before).toHaveLength(2);
  const merged = await call(mergeRoute.POST, person(3), { intoVisitorId: person(7) });
  expect(merged).toMatchObject({ status: 200, body: { visitorId: person(7) } });
  expect(await ids()).toEqual([person(7)]);

  // The id of before leads to the same person.
  for (const id of [person(7), person(3)]) {
    const listed = await call(correctionsRoute.GET, id);
    expect(listed.status).toBe(200);
    expect(listed.body).toMatchObject({
      data: [{ id: merged.body.correctionId, kind: "merge", fromId: person(3), undoneAt: null }],
      nextCursor: null,
    });
  }
  const again = await call(mergeRoute.POST, person(3), { intoVisitorId: person(7) });
  expect(again.status).toBe(400);

  const undone = await call(undoRoute.POST, merged.body.correctionId, {});
  expect(undone).toMatchObject({ status: 200, body: { visitorId: person(3) } });
  expect(await ids()).toEqual(before);
  expect((await call(undoRoute.POST, merged.body.correctionId, {})).status).toBe(404);

  const lines = await db().auditEntry.findMany({ where: { workspaceId }, orderBy: { id: "asc" } });
  const corrected = lines.filter(({ action }) => action.startsWith("identity."));
  expect(corrected.map(({ action }) => action)).toEqual(["identity.merge", "identity.undo"]);
  for (const { detail, actorId } of corrected) {
    expect(detail).toMatchObject({ keyId });
    expect(actorId).toBeNull();
  }
});

test("a session of somebody else is given to them, and comes back", async () => {
  const [session] = await db().session.findMany({ where: { workspaceId, visitorId: person(3) } });
  const wrong = { scope: "session", ref: session?.sid, intoVisitorId: person(7) };
  const done = await call(detachRoute.POST, person(3), wrong);
  expect(done.status).toBe(200);
  const owner = async () =>
    (await db().session.findFirst({ where: { workspaceId, sid: session?.sid ?? "" } }))?.visitorId;
  expect(await owner()).toBe(person(7));
  expect((await call(undoRoute.POST, done.body.correctionId, {})).status).toBe(200);
  expect(await owner()).toBe(person(3));
});

test("what cannot be corrected is refused, and nothing changes", async () => {
  const before = await ids();
  const wrong = { scope: "session", ref: "no such session" };
  expect((await call(mergeRoute.POST, person(3), { intoVisitorId: person(3) })).status).toBe(400);
  expect((await call(mergeRoute.POST, person(3), { intoVisitorId: "v_none" })).status).toBe(404);
  expect((await call(mergeRoute.POST, person(3), { into: person(7) })).status).toBe(400);
  expect((await call(detachRoute.POST, person(3), wrong)).status).toBe(404);
  const given = { scope: "device", ref: "x", intoVisitorId: person(7) };
  expect((await call(detachRoute.POST, person(3), given)).status).toBe(400);
  expect((await call(correctionsRoute.GET, "v_none")).status).toBe(404);
  const reader = await makeKey("visitors:read");
  const body = { intoVisitorId: person(7) };
  expect((await call(mergeRoute.POST, person(3), body, reader.key)).status).toBe(403);
  expect((await call(correctionsRoute.GET, person(3), undefined, reader.key)).status).toBe(200);
  const stranger = await makeKey("visitors:write", await makeWorkspace());
  expect((await call(mergeRoute.POST, person(3), body, stranger.key)).status).toBe(404);
  expect((await call(detachRoute.POST, person(3), wrong, stranger.key)).status).toBe(404);
  expect(await ids()).toEqual(before);
});
