import { beforeAll, describe, expect, test, vi } from "vitest";
import * as unknownRoute from "#app/api/v1/[[...path]]/route.ts";
import * as receiptsRoute from "#app/api/v1/attribution/receipts/route.ts";
import * as attributionRoute from "#app/api/v1/attribution/route.ts";
import * as replayRoute from "#app/api/v1/deliveries/[id]/replay/route.ts";
import * as openapiRoute from "#app/api/v1/openapi.json/route.ts";
import * as visitorRoute from "#app/api/v1/visitors/[id]/route.ts";
import * as visitorsRoute from "#app/api/v1/visitors/route.ts";
import { createApiKey } from "#lib/api-keys/create-api-key.ts";
import { listApiKeys } from "#lib/api-keys/list-api-keys.ts";
import { revokeApiKey } from "#lib/api-keys/revoke-api-key.ts";
import { setClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { withTestDatabase } from "#test/database.ts";
import { insertRow, insertSession, insertVisitor } from "#test/fixtures/insert-rows.ts";

withTestDatabase();

let key = "";

beforeAll(async () => {
  for (const id of ["one", "two"]) {
    await insertRow("workspace", { id, slug: id, name: id });
    await insertVisitor(id, `ada-${id}`, { fullName: "Ada Alder", lastTouchSid: "s1" });
    await insertSession(id, "s1", `ada-${id}`, { createdAt: new Date() });
  }
  ({ key } = await createApiKey({
    workspaceId: "one",
    name: "all",
    scopes: ["*"],
    createdById: null,
  }));
});

type Route = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

async function call(
  route: Route,
  path: string,
  init: { bearer?: string; params?: object; method?: string } = {},
) {
  const { bearer = key, params = {}, method = "GET" } = init;
  const headers = new Headers(bearer === "" ? [] : [["Authorization", `Bearer ${bearer}`]]);
  const request = new Request(`http://foyer.test/api/v1${path}`, { method, headers });
  const response = await route(request, { params: Promise.resolve(params) });
  return { response, status: response.status, body: await response.json() };
}

describe("who may call", () => {
  test.each(["", "nonsense", `fy_${"a".repeat(40)}`])(
    "no good key (%j) is a 401",
    async (bearer) => {
      const { response, body } = await call(visitorsRoute.GET, "/visitors", { bearer });
      expect(response.status).toBe(401);
      expect(response.headers.get("WWW-Authenticate")).toMatch(/^Bearer/);
      expect(response.headers.get("Content-Type")).toBe("application/problem+json");
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      expect(body).toMatchObject({ status: 401, title: "Not authenticated" });
    },
  );

  test("a key without the scope is a 403, a revoked one a 401", async () => {
    const made = await createApiKey({
      workspaceId: "one",
      name: "sessions",
      scopes: ["sessions:read"],
      createdById: null,
    });
    expect((await call(visitorsRoute.GET, "/visitors", { bearer: made.key })).status).toBe(403);
    expect(await revokeApiKey("two", made.id)).toBe(false);
    expect(await revokeApiKey("one", made.id)).toBe(true);
    expect((await call(visitorsRoute.GET, "/visitors", { bearer: made.key })).status).toBe(401);
  });

  test("a key reads its own workspace alone", async () => {
    const { body } = await call(visitorsRoute.GET, "/visitors");
    expect(body.data.map((row: { id: string }) => row.id)).toEqual(["ada-one"]);
    expect(
      (await call(visitorRoute.GET, "/visitors/x", { params: { id: "ada-two" } })).status,
    ).toBe(404);
  });

  test("use is noted at most once a minute, and the text of a key is nowhere", async () => {
    const start = Date.parse("2030-01-01T00:00:00Z");
    const restore = setClock(() => start);
    try {
      await call(visitorsRoute.GET, "/visitors");
      setClock(() => start + 59_000);
      await call(visitorsRoute.GET, "/visitors");
      expect((await listApiKeys("one")).find((row) => row.name === "all")?.lastUsedAt).toEqual(
        new Date(start),
      );
      setClock(() => start + 60_000);
      await call(visitorsRoute.GET, "/visitors");
    } finally {
      restore();
    }
    const [row] = await db().apiKey.findMany({ where: { name: "all" } });
    expect(row?.lastUsedAt).toEqual(new Date(start + 60_000));
    expect(JSON.stringify(row)).not.toContain(key);
  });

  test("a key needs a name, known scopes and its form", async () => {
    const good = { workspaceId: "one", name: "k", scopes: ["*"], createdById: null };
    for (const bad of [{ name: " " }, { scopes: [] }, { scopes: ["root"] }, { key: "fy_short" }]) {
      await expect(createApiKey({ ...good, ...bad })).rejects.toMatchObject({
        code: "invalid_request",
      });
    }
  });
});

describe("answers", () => {
  test("unknown and wrong parameters are a 400 that names each", async () => {
    const { status, body } = await call(
      visitorsRoute.GET,
      "/visitors?colour=red&limit=500&q=a&q=b",
    );
    expect(status).toBe(400);
    expect(body.errors.map((error: { parameter: string }) => error.parameter).sort()).toEqual([
      "colour",
      "limit",
      "q",
    ]);
  });

  test("a wrong cursor is a 400", async () => {
    const { status, body } = await call(visitorsRoute.GET, "/visitors?cursor=abc");
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ parameter: "cursor" }]);
  });

  test("one visitor comes under its id", async () => {
    const { status, body, response } = await call(visitorRoute.GET, "/visitors/ada-one", {
      params: { id: "ada-one" },
    });
    expect(status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(body).toMatchObject({
      id: "ada-one",
      fullName: "Ada Alder",
      lastTouch: { sessionId: "s1" },
    });
  });

  test("an unknown address is a 404, a wrong method a 405 with what is allowed", async () => {
    const unknown = await unknownRoute.GET();
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get("Content-Type")).toBe("application/problem+json");
    const { response, status } = await call(visitorsRoute.POST, "/visitors", { method: "POST" });
    expect(status).toBe(405);
    expect(response.headers.get("Allow")).toBe("GET");
  });

  test("a failure of ours is a 500 that tells nothing", async () => {
    const findUnique = vi
      .spyOn(db().workspace, "findUniqueOrThrow")
      .mockRejectedValue(new Error("secret"));
    const { status, body } = await call(attributionRoute.GET, "/attribution");
    findUnique.mockRestore();
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain("secret");
  });
});

test("attribution adds up and shows its receipts", async () => {
  await insertRow("stage_reached", {
    workspaceId: "one",
    visitorId: "ada-one",
    goal: "identified",
    reachedAt: new Date(),
    eventId: "evt_1",
  });
  const report = await call(attributionRoute.GET, "/attribution?model=linear");
  expect(report.body.total).toMatchObject({ conversions: 1, credit: 1 });
  const receipts = await call(receiptsRoute.GET, "/attribution/receipts?model=linear&limit=1");
  expect(receipts.body).toMatchObject({
    data: [{ visitorId: "ada-one", touches: [{ credit: 1 }] }],
    nextCursor: null,
  });
  expect((await call(attributionRoute.GET, "/attribution?model=guess")).status).toBe(400);
});

test("a delivery that is not there cannot be replayed", async () => {
  const { status } = await call(replayRoute.POST, "/deliveries/x/replay", {
    method: "POST",
    params: { id: "x" },
  });
  expect(status).toBe(404);
});

test("the description is public and holds every address", async () => {
  const response = openapiRoute.GET();
  const body = await response.json();
  expect(body.openapi).toBe("3.1.0");
  expect(Object.keys(body.paths)).toHaveLength(19);
});
