import { beforeAll, expect, test } from "vitest";
import { sql } from "#lib/db/client.ts";
import { emailVisitorKey } from "#lib/identity/evidence.ts";
import { checkWorkspace, rebuildWorkspace } from "#lib/rebuild/rebuild.ts";
import { openShadow } from "#lib/rebuild/shadow.ts";
import { planJourneys } from "#lib/simulator/plan.ts";
import { visitorIdOf } from "#lib/visitors/project-visitors.ts";
import { engineKind, withTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { dumpTables } from "#test/tables.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const TO = Date.UTC(2026, 4, 1);
const DAY_MS = 86_400_000;
const REPLACED = "replaced@acme.example";
let workspaceId = "";
let payloads: object[] = [];

beforeAll(async () => {
  workspaceId = await makeWorkspace();
  const plan = planJourneys({ seed: 11, from: TO - 20 * DAY_MS, to: TO, visitors: 40 });
  // A visitor known by e-mail at first: by the time of the last event there is another one in its place.
  const early = makeEvents({ seed: 900, linkedin: null, emails: [REPLACED] });
  const late = makeEvents({ seed: 900, emails: [REPLACED] });
  payloads = [early.resolved, ...[...plan].map(({ payload }) => payload), late.enriched];
  await deliver(workspaceId, payloads);
  await drainAll(50);
});

async function differing() {
  const { tables } = await checkWorkspace(sql(), workspaceId);
  return tables.filter((table) => !table.isEqual);
}

async function deliveries() {
  return sql().query(`SELECT * FROM delivery WHERE "workspaceId" = $1 ORDER BY "id"`, [
    workspaceId,
  ]);
}

async function notes() {
  return sql().query(`SELECT "id", "visitorId" FROM note WHERE "workspaceId" = $1 ORDER BY "id"`, [
    workspaceId,
  ]);
}

async function addNote(visitorId: string) {
  await sql().query(
    `INSERT INTO note ("workspaceId", "id", "visitorId", "authorId", "body")
     VALUES ($1, $2, $2, 'u', 'Met at the fair.')`,
    [workspaceId, visitorId],
  );
}

async function addHistoryAndTask(visitorId: string) {
  await sql().query(
    `INSERT INTO lead_change ("workspaceId", "id", "visitorId", "field", "to")
     VALUES ($1, 'c1', $2, 'owner', 'u')`,
    [workspaceId, visitorId],
  );
  await sql().query(
    `INSERT INTO task ("workspaceId", "id", "visitorId", "title", "assigneeId", "createdById")
     VALUES ($1, 't1', $2, 'Call', 'u', 'u')`,
    [workspaceId, visitorId],
  );
}

test("replaying how a visitor was replaced moves nothing that the team wrote", async () => {
  const replaced = visitorIdOf(workspaceId, emailVisitorKey(REPLACED));
  await addNote(replaced);
  await checkWorkspace(sql(), workspaceId);
  expect(await notes()).toEqual([{ id: replaced, visitorId: replaced }]);
  await sql().query(`DELETE FROM note WHERE "workspaceId" = $1`, [workspaceId]);
});

test("live and rebuilt tables are equal, and checking changes nothing", async () => {
  const [before, ledger] = [await dumpTables(workspaceId), await deliveries()];
  const { tables, deliveries: taken } = await checkWorkspace(sql(), workspaceId);
  expect(taken).toBe(payloads.length);
  expect(tables.find(({ table }) => table === "visitor")?.live.rows).toBeGreaterThan(10);
  expect(tables.filter((table) => !table.isEqual)).toEqual([]);
  expect(await dumpTables(workspaceId)).toEqual(before);
  expect(await deliveries()).toEqual(ledger);
  expect(await sql().query("SELECT to_regnamespace('foyer_rebuild')::text AS name")).toEqual([
    { name: null },
  ]);
});

test("a rebuild of sound tables writes nothing", async () => {
  const { tables } = await rebuildWorkspace(sql(), workspaceId);
  expect(tables.filter(({ written, removed }) => written + removed > 0)).toEqual([]);
});

test("a changed cell, a lost row and a surplus row are named, and a rebuild mends them", async () => {
  const [before, ledger] = [await dumpTables(workspaceId), await deliveries()];
  const [visitor] = await sql().query(
    `UPDATE visitor SET "pageviews" = "pageviews" + 1 WHERE "workspaceId" = $1 AND "id" = (
       SELECT max("id") FROM visitor WHERE "workspaceId" = $1) RETURNING "id"`,
    [workspaceId],
  );
  const [view] = await sql().query(
    `DELETE FROM page_view WHERE "workspaceId" = $1 AND ("sid", "position") = (
       SELECT "sid", "position" FROM page_view WHERE "workspaceId" = $1 LIMIT 1)
     RETURNING "sid", "position"`,
    [workspaceId],
  );
  await sql().query(
    `INSERT INTO device ("workspaceId", "vid", "sessions", "firstSeenAt", "lastSeenAt")
     VALUES ($1, 'stray', 1, now(), now())`,
    [workspaceId],
  );
  const found = await differing();
  expect(found.map(({ table, examples }) => [table, examples])).toEqual([
    ["visitor", [{ key: { id: visitor?.id }, kind: "changed", columns: ["pageviews"] }]],
    ["page_view", [{ key: view, kind: "missing", columns: [] }]],
    ["device", [{ key: { vid: "stray" }, kind: "surplus", columns: [] }]],
  ]);
  const { tables } = await rebuildWorkspace(sql(), workspaceId);
  expect(tables.filter(({ written, removed }) => written + removed > 0)).toEqual([
    { table: "visitor", written: 1, removed: 0 },
    { table: "page_view", written: 1, removed: 0 },
    { table: "device", written: 0, removed: 1 },
  ]);
  expect(await differing()).toEqual([]);
  expect(await dumpTables(workspaceId)).toEqual(before);
  expect(await deliveries()).toEqual(ledger);
});

test("an event that points at no delivery is found and mended", async () => {
  await sql().query(
    `UPDATE event SET "deliveryId" = 'gone' WHERE "workspaceId" = $1 AND "eventId" = (
       SELECT min("eventId") FROM event WHERE "workspaceId" = $1)`,
    [workspaceId],
  );
  const [table] = await differing();
  expect(table?.examples[0]?.columns).toEqual(["deliveryId"]);
  await rebuildWorkspace(sql(), workspaceId);
  expect(await differing()).toEqual([]);
});

test("an event on the queue again does not count as missing", async () => {
  await sql().query(
    `UPDATE delivery SET "state" = 'pending' WHERE "workspaceId" = $1 AND "id" = (
       SELECT min("id") FROM delivery WHERE "workspaceId" = $1)`,
    [workspaceId],
  );
  expect(await differing()).toEqual([]);
});

test("what the team wrote stays, and follows a visitor that gets another id", async () => {
  const [row] = await sql().query(
    `SELECT "id" FROM visitor WHERE "workspaceId" = $1 ORDER BY "sessions" DESC LIMIT 1`,
    [workspaceId],
  );
  const id = String(row?.id);
  // As if an older version of the rules had given this visitor another id.
  for (const [table, column] of [
    ["visitor", "id"],
    ["event", "visitorId"],
    ["session", "visitorId"],
  ]) {
    await sql().query(
      `UPDATE ${table} SET "${column}" = 'v_old' WHERE "workspaceId" = $1 AND "${column}" = $2`,
      [workspaceId, id],
    );
  }
  for (const visitorId of ["v_old", "v_unknown"]) await addNote(visitorId);
  await addHistoryAndTask("v_old");
  await rebuildWorkspace(sql(), workspaceId);
  for (const table of ["lead_change", "task"]) {
    expect(await sql().query(`SELECT "visitorId" FROM ${table}`)).toEqual([{ visitorId: id }]);
  }
  expect(await differing()).toEqual([]);
  expect(await notes()).toEqual([
    { id: "v_old", visitorId: id },
    { id: "v_unknown", visitorId: "v_unknown" },
  ]);
});

test.runIf(engineKind === "server")("events that arrive meanwhile are taken in", async () => {
  const plan = planJourneys({ seed: 12, from: TO - 9 * DAY_MS, to: TO, visitors: 15 });
  const more = [...plan].map(({ payload }) => payload);
  const arriving = deliver(workspaceId, more).then(() => drainAll(10));
  for (let round = 0; round < 3; round++) expect(await differing()).toEqual([]);
  await arriving;
  expect(await differing()).toEqual([]);
});

test.runIf(engineKind === "server")("one rebuild at a time", async () => {
  const first = await openShadow(sql());
  await expect(checkWorkspace(sql(), workspaceId)).rejects.toMatchObject({ code: "conflict" });
  expect(first.live).toBe("public");
});
