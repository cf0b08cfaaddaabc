import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createRule, setRuleEnabled, updateRule } from "#lib/alerts/change-rules.ts";
import { evaluateAlerts } from "#lib/alerts/evaluate.ts";
import { previewRule } from "#lib/alerts/preview.ts";
import { setClock } from "#lib/clock.ts";
import { db, sql } from "#lib/db/client.ts";
import { replayDelivery } from "#lib/inbox/replay.ts";
import { listNotifications } from "#lib/notifications/list-notifications.ts";
import { rebuildWorkspace } from "#lib/rebuild/rebuild.ts";
import { makeRule, makeTeam, receive, ruleInput } from "./alerts-world.ts";
import { withTestDatabase } from "./database.ts";
import { makeEvents } from "./fixtures/events.ts";
import { deliver, drainAll } from "./workspace.ts";

withTestDatabase();

const HOUR = 3_600_000;
let restoreClock = () => {};
// Rules are made an hour before anything happens.
beforeEach(() => {
  restoreClock = setClock(() => Date.now() - HOUR);
});
afterEach(() => restoreClock());
const later = () => restoreClock();

const firings = (workspaceId: string) =>
  db().alertFired.findMany({ where: { workspaceId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
const fired = async (workspaceId: string) =>
  (await firings(workspaceId)).map(({ trigger, state }) => `${trigger} ${state}`);

test("a visit to a page fires once, with who and why, behind the bell", async () => {
  const { workspaceId, adminId } = await makeRule();
  later();
  const events = makeEvents({ created: Date.now() });
  await receive(workspaceId, [events.resolved]);
  expect(await fired(workspaceId)).toEqual(["visit:sid_0 fired"]);
  const { rows } = await listNotifications(workspaceId, adminId);
  expect(rows).toMatchObject([{ kind: "alert", body: "Viewed /pricing" }]);
  expect(rows[0]?.title).toContain(": Pricing page");
  // More of the same visit, also once the person's company is known.
  await receive(workspaceId, [events.enriched, events.finalized]);
  expect(await fired(workspaceId)).toEqual(["visit:sid_0 fired"]);
  expect((await listNotifications(workspaceId, adminId)).rows).toHaveLength(1);
});

test.each([
  ["in order", ["resolved", "qualified", "enriched", "validated", "finalized"]],
  ["backwards", ["finalized", "validated", "enriched", "qualified", "resolved"]],
] as const)("a stage fires once when events come one by one %s and again", async (_, order) => {
  const { workspaceId } = await makeRule({ conditions: [{ is: "stage", stage: "qualified" }] });
  later();
  // Known by e-mail alone at first, then by a LinkedIn URL: the visitor's id changes.
  const created = Date.now();
  const nameless = makeEvents({ created, linkedin: null, emails: ["kim@example.net"] });
  await receive(workspaceId, [nameless.qualified]);
  const events = makeEvents({ created, emails: ["kim@example.net"] });
  for (const name of order) await receive(workspaceId, [{ ...events[name], id: `again_${name}` }]);
  for (const name of order) await receive(workspaceId, [{ ...events[name], id: `again_${name}` }]);
  expect(await fired(workspaceId)).toHaveLength(1);
  expect(await db().visitor.count({ where: { workspaceId } })).toBe(1);
});

test("nothing fires for what is old, was before the rule, or while the rule is off", async () => {
  const { workspaceId, id, admin } = await makeRule();
  later();
  const old = makeEvents({ seed: 1, created: Date.now() - 25 * HOUR });
  const before = makeEvents({ seed: 2, created: Date.now() - 2 * HOUR });
  await receive(workspaceId, [old.resolved, old.finalized, before.resolved]);
  await setRuleEnabled(workspaceId, admin, id, false);
  await receive(workspaceId, [makeEvents({ seed: 3, created: Date.now() }).resolved]);
  expect(await db().alertQueue.count({ where: { workspaceId } })).toBe(0);
  // Turned on again it is about what comes, not about what it missed.
  await setRuleEnabled(workspaceId, admin, id, true);
  await receive(workspaceId, [makeEvents({ seed: 3, created: Date.now() - 1000 }).enriched]);
  expect(await fired(workspaceId)).toEqual([]);
});

test("a replay and a rebuild fire nothing again", async () => {
  const { workspaceId } = await makeRule();
  later();
  const fresh = makeEvents({ created: Date.now() });
  const old = makeEvents({ seed: 5, created: Date.now() - 72 * HOUR });
  await receive(workspaceId, [fresh.resolved, fresh.finalized, old.finalized]);
  const [delivery] = await db().delivery.findMany({ where: { workspaceId } });
  await replayDelivery(workspaceId, delivery?.id ?? "");
  await receive(workspaceId, []);
  await rebuildWorkspace(sql(), workspaceId);
  expect(await db().alertQueue.count({ where: { workspaceId } })).toBe(0);
  await evaluateAlerts();
  expect(await fired(workspaceId)).toEqual(["visit:sid_0 fired"]);
});

test("a company that fired keeps silent for the cooldown, whoever of it comes", async () => {
  const { workspaceId } = await makeRule({ cooldownMinutes: 60 });
  later();
  const now = Date.now();
  const company = { domain: "example.org", name: "Northwind" };
  const visit = (seed: number, created: number) => makeEvents({ seed, created, company }).enriched;
  await receive(workspaceId, [visit(1, now - 50 * 60_000)]);
  await receive(workspaceId, [visit(2, now - 10 * 60_000)]);
  // Late news of the time before is within the cooldown of the first, too.
  await receive(workspaceId, [visit(3, now - 55 * 60_000)]);
  await receive(workspaceId, [visit(4, now + 11 * 60_000)]);
  expect((await firings(workspaceId)).map(({ state }) => state)).toEqual([
    "cooldown",
    "fired",
    "cooldown",
    "fired",
  ]);
});

test("two evaluations at the same time fire once", async () => {
  const { workspaceId, adminId } = await makeRule({ cooldownMinutes: 60 });
  later();
  const company = { domain: "example.org", name: "Northwind" };
  const created = Date.now();
  await deliver(
    workspaceId,
    [1, 2, 3, 4].map((seed) => makeEvents({ seed, created, company }).enriched),
  );
  await drainAll(1);
  await Promise.all([evaluateAlerts(), evaluateAlerts(), evaluateAlerts()]);
  expect((await fired(workspaceId)).filter((one) => one.endsWith(" fired"))).toHaveLength(1);
  expect((await listNotifications(workspaceId, adminId)).rows).toHaveLength(1);
});

describe("a preview", () => {
  test.each([
    ["a page", ruleInput({ conditions: [{ is: "page", path: "/feat*" }] })],
    ["a stage", ruleInput({ conditions: [{ is: "stage", stage: "enriched" }] })],
    [
      "a country and a size",
      ruleInput({
        conditions: [
          { is: "country", codes: ["PT"] },
          { is: "companySize", min: 1, max: null },
        ],
      }),
    ],
    ["a cooldown", ruleInput({ cooldownMinutes: 24 * 60 })],
    [
      "a campaign and a score",
      ruleInput({
        conditions: [
          { is: "campaign", text: "SPRING" },
          { is: "score", min: 1 },
        ],
      }),
    ],
    ["validity", ruleInput({ conditions: [{ is: "validity", among: ["valid"] }] })],
    ["nothing that is so", ruleInput({ conditions: [{ is: "returnVisit", visits: 2 }] })],
  ])("of a rule with %s says what then fires", async (_, input) => {
    const { workspaceId, admin } = await makeTeam();
    await createRule(workspaceId, admin, input);
    later();
    const now = Date.now();
    const company = { domain: "example.org", name: "Northwind" };
    const visits = [
      makeEvents({ seed: 1, created: now - 50 * 60_000, company }),
      makeEvents({ seed: 2, created: now - 40 * 60_000, company }),
      makeEvents({ seed: 3, created: now - 30 * 60_000, session: { utm: { campaign: null } } }),
      makeEvents({ seed: 4, created: now - 20 * 60_000 }),
    ];
    // A cooldown goes by the company, which a preview knows and the first event does not yet.
    if (input.cooldownMinutes === 0) {
      for (const visit of visits) await receive(workspaceId, [visit.resolved]);
    }
    for (const visit of visits) await receive(workspaceId, Object.values(visit));
    const preview = await previewRule(workspaceId, { ...input, ownerId: null });
    const real = await firings(workspaceId);
    const live = real.filter(({ state }) => state === "fired");
    expect(preview.items.map(({ visitorId, at }) => `${visitorId} ${at}`).sort()).toEqual(
      live.map(({ visitorId, at }) => `${visitorId} ${at.toISOString()}`).sort(),
    );
    expect(preview).toMatchObject({
      fired: live.length,
      cooled: real.length - live.length,
      isCapped: false,
    });
  });
});

test("a personal rule tells its person alone, and about their own visitors if it says so", async () => {
  const { workspaceId, adminId, admin } = await makeTeam();
  const input = ruleInput({
    ...{ scope: "mine", audience: "me" },
    conditions: [{ is: "owner", who: "me" }],
  });
  const { id } = await createRule(workspaceId, admin, input);
  later();
  const created = Date.now();
  const first = makeEvents({ created });
  await receive(workspaceId, [first.resolved]);
  expect(await fired(workspaceId)).toEqual([]);
  const [visitor] = await db().visitor.findMany({ where: { workspaceId } });
  await db().lead.create({
    data: { workspaceId, visitorId: visitor?.id ?? "", ownerId: adminId },
  });
  await receive(workspaceId, [first.qualified]);
  expect(await fired(workspaceId)).toEqual(["visit:sid_0 fired"]);
  const stranger = { userId: "usr_other", role: "admin" as const };
  await expect(updateRule(workspaceId, stranger, id, input)).rejects.toMatchObject({
    code: "not_found",
  });
  // Who has left is told nothing more.
  await db().membership.deleteMany({ where: { userId: adminId } });
  await receive(workspaceId, [makeEvents({ seed: 9, created }).resolved]);
  expect(await fired(workspaceId)).toHaveLength(1);
});
