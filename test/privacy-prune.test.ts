import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { goalRuleInput } from "#lib/attribution/goals/goal-rule.ts";
import { createGoalRule } from "#lib/attribution/goals/goal-rules.ts";
import { getAttribution } from "#lib/attribution/report.ts";
import { db, sql } from "#lib/db/client.ts";
import { linkedinVisitorKey } from "#lib/identity/evidence.ts";
import { pruneDue } from "#lib/inbox/prune/prune-due.ts";
import { pruneWorkspace } from "#lib/inbox/prune/prune-workspace.ts";
import { replayDelivery } from "#lib/inbox/replay.ts";
import { KEEP_ALL, type Retention } from "#lib/privacy/retention.ts";
import { saveRetention } from "#lib/privacy/settings.ts";
import { fillShadow } from "#lib/rebuild/fill-shadow.ts";
import { checkWorkspace, rebuildWorkspace } from "#lib/rebuild/rebuild.ts";
import { closeShadow, openShadow } from "#lib/rebuild/shadow.ts";
import { visitorIdOf } from "#lib/visitors/project-visitors.ts";
import { withTestDatabase } from "#test/database.ts";
import { type EventOptions, makeEvents } from "#test/fixtures/events.ts";
import { insertRow } from "#test/fixtures/insert-rows.ts";
import { nameOf } from "#test/fixtures/person.ts";
import { findTraces } from "#test/privacy-traces.ts";
import { dumpTables } from "#test/tables.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const DAY_MS = 86_400_000;
const [ADA, BEA] = [3, 7];
let workspaceId = "";

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
const visit = (seed: number, days: number, options: EventOptions = {}) =>
  Object.values(makeEvents({ seed, created: daysAgo(days).getTime(), ...options }));
async function receive(payloads: readonly object[], days: number): Promise<void> {
  await deliver(workspaceId, payloads, undefined, daysAgo(days));
  await drainAll();
}
const keep = (retention: Partial<Retention>) =>
  saveRetention(workspaceId, "admin", { ...KEEP_ALL, ...retention });
async function expectRebuilt(): Promise<void> {
  const { tables } = await checkWorkspace(sql(), workspaceId);
  expect(tables.filter(({ isEqual }) => !isEqual)).toEqual([]);
  const before = await dumpTables(workspaceId);
  await rebuildWorkspace(sql(), workspaceId);
  expect(await dumpTables(workspaceId)).toEqual(before);
}
const idOf = (seed: number) =>
  visitorIdOf(workspaceId, linkedinVisitorKey(`https://linkedin.com/in/${nameOf(seed).slug}`));
const report = () =>
  getAttribution(workspaceId, {
    ...{ goal: "identified", model: "linear", dimension: "source", lookbackDays: 90 },
    ...{ from: "2020-01-01", to: "2030-01-01", timezone: "UTC" },
  });
const bodyRow = z.object({ body: z.string(), removed: z.array(z.string()).nullable() });
async function bodies() {
  const rows = await sql().query(
    `SELECT convert_from(b."body", 'UTF8') AS body, d."removed" FROM delivery d
     JOIN delivery_body b ON b."deliveryId" = d."id" WHERE d."workspaceId" = $1 ORDER BY d."id"`,
    [workspaceId],
  );
  return rows.map((row) => bodyRow.parse(row));
}
const log = () => db().auditEntry.findMany({ where: { workspaceId, action: "privacy.pruned" } });

beforeEach(async () => {
  workspaceId = await makeWorkspace();
});

describe("pruning", () => {
  test("nothing is pruned where nobody has asked for it", async () => {
    await receive(visit(ADA, 900), 900);
    const before = await bodies();
    expect(await pruneWorkspace(workspaceId)).toEqual({ counts: {}, isDone: true });
    await pruneDue();
    expect(await bodies()).toEqual(before);
  });

  test("payloads: what Foyer reads stays, all else goes; tables and reports stand", async () => {
    const [first, ...rest] = visit(ADA, 40);
    const secret = { ...first, notInTheSchema: "a secret of the sender" };
    await receive([secret, ...rest, ...rest], 40);
    await receive([{ id: "evt_x", type: "identity.unheard", data: "a secret word" }], 40);
    await receive(visit(BEA, 2), 2);
    const [before, credit] = [await dumpTables(workspaceId), await report()];
    await keep({ payloadDays: 30 });
    expect((await pruneWorkspace(workspaceId, { dryRun: true })).counts).toEqual({ payloads: 10 });
    expect(await findTraces(workspaceId, ["a secret"])).toHaveLength(1);
    expect((await pruneWorkspace(workspaceId)).counts).toEqual({ payloads: 10 });
    expect(await findTraces(workspaceId, ["a secret"])).toEqual([]);
    expect(await dumpTables(workspaceId)).toEqual(before);
    expect(await report()).toEqual(credit);
    const held = await bodies();
    expect(held).toHaveLength(10);
    expect(held.filter(({ removed }) => removed?.includes("raw"))).toHaveLength(5);
    expect(held.slice(0, 5).join()).not.toMatch(/isHomeowner|hasChildren/);
    expect((await pruneWorkspace(workspaceId)).counts).toEqual({ payloads: 0 });
    await expectRebuilt();
    const unheard = await db().delivery.findFirst({ where: { workspaceId, eventId: "evt_x" } });
    await expect(replayDelivery(workspaceId, unheard?.id ?? "")).rejects.toMatchObject({
      code: "gone",
    });
    expect(await log()).toMatchObject([{ actorId: null, detail: { payloads: 10 } }]);
  });

  test("visits: page views, network and goals by page go; visits and their credit stay", async () => {
    await createGoalRule(
      workspaceId,
      "admin",
      goalRuleInput.parse({ name: "Any", kind: "page", pattern: "/pricing" }),
    );
    await receive(visit(ADA, 40), 40);
    await receive(visit(BEA, 2), 2);
    const [before, credit] = [
      await db().session.findMany({ where: { workspaceId } }),
      await report(),
    ];
    const ip = /"ip":"([^"]+)"/.exec((await bodies())[0]?.body ?? "")?.[1] ?? "no address";
    const old = before.find(({ visitorId }) => visitorId === idOf(ADA));
    expect(old?.pageviews).toBeGreaterThan(0);
    expect(
      await db().stageReached.count({ where: { workspaceId, goal: { startsWith: "page" } } }),
    ).toBe(2);
    await keep({ visitDays: 30 });
    expect((await pruneWorkspace(workspaceId)).counts).toEqual({ visits: 5 });
    const after = await db().session.findFirst({ where: { workspaceId, sid: old?.sid ?? "" } });
    expect(after).toMatchObject({
      pageviews: 0,
      engagedMs: 0n,
      channel: old?.channel,
      source: old?.source,
    });
    expect(JSON.stringify(after?.facts)).not.toContain(ip);
    expect(await db().pageView.count({ where: { workspaceId, sid: old?.sid ?? "" } })).toBe(0);
    expect(await db().pageView.count({ where: { workspaceId } })).toBeGreaterThan(0);
    expect(
      await db().stageReached.count({ where: { workspaceId, goal: { startsWith: "page" } } }),
    ).toBe(1);
    const ada = await db().visitor.findFirst({ where: { workspaceId, id: idOf(ADA) } });
    expect(ada).toMatchObject({ fullName: expect.any(String), pageviews: 0, sessions: 1 });
    expect((await bodies()).slice(0, 5).join()).not.toContain(ip);
    expect(await report()).toEqual(credit);
    await expectRebuilt();
    await keep({ visitDays: 30, payloadDays: 30 });
    await pruneWorkspace(workspaceId);
    await expectRebuilt();
  });

  test("visitors: whoever was quiet is forgotten with all that is theirs, and may come again", async () => {
    await receive(visit(BEA, 2), 2);
    const before = await dumpTables(workspaceId);
    await receive(visit(ADA, 400), 400);
    await receive(visit(20, 400), 3); // happened long ago, but came in lately
    await receive(visit(21, 400), 400);
    await insertRow("lead", {
      ...{ workspaceId, visitorId: idOf(21), status: "working", updatedAt: daysAgo(1) },
    });
    await insertRow("note", {
      ...{ workspaceId, id: "note1", visitorId: idOf(ADA), authorId: "u", body: "Met." },
      createdAt: daysAgo(390),
    });
    await report();
    await keep({ visitorDays: 365 });
    expect((await pruneWorkspace(workspaceId, { dryRun: true })).counts).toEqual({ visitors: 1 });
    expect((await pruneWorkspace(workspaceId)).counts).toEqual({ visitors: 1 });
    const { firstName, lastName, slug } = nameOf(ADA);
    expect(await findTraces(workspaceId, [`${firstName} ${lastName}`, `in/${slug}`])).toEqual([]);
    expect(await db().note.count({ where: { workspaceId } })).toBe(0);
    const ids = (await db().visitor.findMany({ where: { workspaceId } })).map(({ id }) => id);
    expect(ids.sort()).toEqual([idOf(BEA), idOf(20), idOf(21)].sort());
    const pruned = await db().delivery.findMany({ where: { workspaceId, reason: "pruned" } });
    expect(pruned.map(({ state }) => state)).toEqual(Array(5).fill("ignored"));
    expect((await report()).total.conversions).toBe(3);
    expect(before.visitor).toHaveLength(1);
    await expectRebuilt();
    await receive(visit(ADA, 1), 1);
    expect(await db().visitor.count({ where: { workspaceId } })).toBe(4);
    await expectRebuilt();
  });

  test("rows of the ledger on which nothing stands, the audit log, jobs and files", async () => {
    const events = visit(ADA, 50);
    await receive([...events, ...events], 50);
    await receive([{ type: "identity.unheard" }, { id: "broken" }], 50);
    await receive(visit(BEA, 2), 2);
    const row = (action: string, days: number) =>
      insertRow("audit_entry", {
        workspaceId,
        id: `aud_${action}_${days}`,
        action,
        at: daysAgo(days),
      });
    await row("old.thing", 50);
    await row("privacy.erased", 50);
    await row("new.thing", 5);
    const file = (days: number) =>
      insertRow("job_file", {
        ...{ workspaceId, id: `file${days}`, name: "x.csv", mediaType: "text/csv" },
        ...{ content: Buffer.from("x"), createdAt: daysAgo(days) },
      });
    await file(3);
    await file(0);
    await keep({ deliveryDays: 30, auditDays: 30, fileDays: 1 });
    const { counts } = await pruneWorkspace(workspaceId);
    expect(counts).toEqual({ deliveries: 7, auditEntries: 1, files: 1, jobs: 0 });
    expect(await db().delivery.count({ where: { workspaceId } })).toBe(10);
    const actions = (await db().auditEntry.findMany({ where: { workspaceId } })).map(
      (one) => one.action,
    );
    expect(actions).toEqual(
      expect.arrayContaining(["privacy.erased", "new.thing", "privacy.pruned"]),
    );
    expect(actions).not.toContain("old.thing");
    await expectRebuilt();
  });
});

describe("a run", () => {
  beforeEach(async () => {
    for (const seed of [1, 2, 3, 4]) await receive(visit(seed, 40 + seed), 40);
    await keep({ visitDays: 30 });
  });

  test("is done once a day, and goes on where it was stopped", async () => {
    const stopped = await pruneWorkspace(workspaceId, { isOver: () => true });
    expect(stopped).toEqual({ counts: { visits: 0 }, isDone: false });
    await pruneDue();
    expect(await log()).toMatchObject([{ detail: { visits: 20 } }]);
    await receive(visit(9, 60), 50);
    await pruneDue();
    expect(await log()).toHaveLength(1);
  });

  test("leaves what waits to be projected to the next one", async () => {
    await deliver(workspaceId, visit(9, 60), undefined, daysAgo(50));
    expect((await pruneWorkspace(workspaceId)).counts).toEqual({ visits: 0 });
    await drainAll();
    expect((await pruneWorkspace(workspaceId)).counts).toEqual({ visits: 25 });
    await expectRebuilt();
  });

  test("waits for a rebuild, and a rebuild that it overtakes changes nothing", async () => {
    const shadow = await openShadow(sql());
    try {
      await fillShadow(sql(), shadow, workspaceId);
      expect(await pruneWorkspace(workspaceId)).toMatchObject({ isDone: false });
    } finally {
      await closeShadow(sql(), shadow);
    }
    let isPruned = false;
    const rebuild = rebuildWorkspace(sql(), workspaceId, {
      onProgress: () => {
        if (isPruned) return;
        isPruned = true;
        overtake = sql().query(
          `UPDATE privacy_settings SET "visitsTo" = 'del_0' WHERE "workspaceId" = $1`,
          [workspaceId],
        );
      },
    });
    await expect(rebuild).rejects.toMatchObject({ code: "conflict" });
    await overtake;
  });
  let overtake: Promise<unknown> = Promise.resolve();
});
