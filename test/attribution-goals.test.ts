import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { dropPageGoal, FIND_GOALS, findGoalsJob } from "#lib/attribution/goals/find-goals-job.ts";
import { goalRuleInput } from "#lib/attribution/goals/goal-rule.ts";
import {
  createGoalRule,
  listGoalRules,
  updateGoalRule,
} from "#lib/attribution/goals/goal-rules.ts";
import { MODEL_NAMES } from "#lib/attribution/models.ts";
import { getAttribution } from "#lib/attribution/report.ts";
import { db, sql } from "#lib/db/client.ts";
import { checkWorkspace, rebuildWorkspace } from "#lib/rebuild/rebuild.ts";
import { planJourneys } from "#lib/simulator/plan.ts";
import { withTestDatabase } from "#test/database.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const TO = Date.UTC(2026, 4, 1);
const DAY_MS = 86_400_000;
const plan = planJourneys({ seed: 5, from: TO - 30 * DAY_MS, to: TO, visitors: 25 });
const payloads = [...plan].map(({ payload }) => payload);
let ordered = "";

/** The job as a worker runs it, without the queue. */
async function findGoals(workspaceId: string) {
  await findGoalsJob.run(
    {
      ...{ workspaceId, userId: null, jobId: "job", checkpoint: null },
      signal: new AbortController().signal,
      progress: async () => {},
      result: async () => {},
    },
    {},
  );
}

async function reports(workspaceId: string, goals: readonly string[]) {
  const all = [];
  for (const goal of goals) {
    for (const model of MODEL_NAMES) {
      all.push(
        await getAttribution(workspaceId, {
          ...{ goal, model, dimension: "source_medium", lookbackDays: 90 },
          ...{ from: "2026-03-30", to: "2026-05-02", timezone: "Asia/Kathmandu" },
        }),
      );
    }
  }
  return all;
}

beforeAll(async () => {
  ordered = await makeWorkspace();
  await deliver(ordered, payloads);
  await drainAll();
});

test("late, repeated and shuffled events, with reports read in between, end in the same figures", async () => {
  const goals = ["identified", "valid_email"];
  const mixed = await makeWorkspace();
  const [order = []] = fc.sample(fc.shuffledSubarray(payloads, { minLength: payloads.length }), {
    seed: 4,
    numRuns: 1,
  });
  const [first, second] = [order.slice(0, 60), order.slice(60)];
  for (const part of [first, second, order.slice(0, 30)]) {
    await deliver(mixed, part);
    await drainAll(50);
    await reports(mixed, ["identified"]);
  }
  const expected = await reports(ordered, goals);
  expect(expected[0]?.total.conversions).toBeGreaterThan(10);
  expect(await reports(mixed, goals)).toEqual(expected);
});

test("the check looks at what was added up, and finds a number that is off", async () => {
  const tilesOf = async () =>
    (await checkWorkspace(sql(), ordered)).tables.find(({ table }) => table === "attribution_tile");
  const sound = await tilesOf();
  expect(sound).toMatchObject({ isEqual: true, differingRows: 0 });
  expect(sound?.live.rows).toBeGreaterThan(30);
  await sql().query(
    `UPDATE attribution_credit SET linear = linear + 1 WHERE "workspaceId" = $1
       AND goal = 'identified' AND span = (SELECT max(span) FROM attribution_credit
         WHERE "workspaceId" = $1 AND goal = 'identified' AND linear > 0)`,
    [ordered],
  );
  expect(await tilesOf()).toMatchObject({ isEqual: false, differingRows: 1 });
  await rebuildWorkspace(sql(), ordered);
  expect(await tilesOf()).toMatchObject({ isEqual: true });
});

/** The earliest page view of each visitor that a plain predicate finds. */
async function earliest(workspaceId: string, matches: (view: { path: string }) => boolean) {
  const found = new Map<string, number>();
  for (const view of await db().pageView.findMany({ where: { workspaceId } })) {
    if (view.signal !== "pageview" || view.visitorId === null || !matches(view)) continue;
    const at = view.at.getTime();
    found.set(view.visitorId, Math.min(found.get(view.visitorId) ?? at, at));
  }
  return found;
}

async function reached(workspaceId: string, goal: string) {
  const rows = await db().stageReached.findMany({ where: { workspaceId, goal } });
  return new Map(rows.map((row) => [row.visitorId, row.reachedAt.getTime()]));
}

test("a rule's goal is reached at the earliest page that matches, in the past and from then on", async () => {
  const workspaceId = await makeWorkspace();
  const half = Math.floor(payloads.length / 2);
  await deliver(workspaceId, payloads.slice(0, half));
  await drainAll();
  const input = { name: "Prices", kind: "page", pattern: "/pricing" } as const;
  const id = await createGoalRule(workspaceId, "u", input);
  const goal = `page:${id}`;
  expect(await db().job.count({ where: { workspaceId, name: FIND_GOALS } })).toBe(1);
  expect((await listGoalRules(workspaceId))[0]).toMatchObject({ ...input, readyAt: null });
  await findGoals(workspaceId);
  expect((await listGoalRules(workspaceId))[0]?.readyAt).not.toBeNull();
  const isPricing = ({ path }: { path: string }) => path === "/pricing";
  const past = await earliest(workspaceId, isPricing);
  expect(past.size).toBeGreaterThan(3);
  expect(await reached(workspaceId, goal)).toEqual(past);

  await deliver(workspaceId, payloads.slice(half));
  await drainAll(30);
  const all = await earliest(workspaceId, isPricing);
  expect(all.size).toBeGreaterThan(past.size);
  expect(await reached(workspaceId, goal)).toEqual(all);
  const [report] = await reports(workspaceId, [goal]);
  expect(report?.total).toMatchObject({ conversions: all.size, credit: all.size });

  // Another pattern, and the check rebuilds by the rules as they are.
  await updateGoalRule(workspaceId, "u", id, { ...input, pattern: "/*r*" });
  await findGoals(workspaceId);
  const wide = await earliest(workspaceId, ({ path }) => /^\/.*r/.test(path));
  expect(await reached(workspaceId, goal)).toEqual(wide);
  const { tables } = await checkWorkspace(sql(), workspaceId);
  expect(tables.filter(({ isEqual }) => !isEqual)).toEqual([]);

  await dropPageGoal(workspaceId, id);
  expect(await reached(workspaceId, goal)).toEqual(new Map());
  expect((await reports(workspaceId, [goal]))[0]?.total.conversions).toBe(0);
});

test("an outgoing link is its host and path", async () => {
  const workspaceId = await makeWorkspace();
  const view = { workspaceId, visitorId: "v1", signal: "pageview", url: "u", path: "/" };
  const outlinks = ["https://www.Calls.example/demo/?x=1", "https://calls.example/other"];
  await db().pageView.createMany({
    data: outlinks.map((outlink, position) => ({
      ...view,
      ...{ sid: "s", position, outlink, at: new Date(TO + position) },
    })),
  });
  const at = new Date(TO);
  const zero = { sessions: 1, pageviews: 2, engagedMs: 0, facts: {}, sortName: "", searchText: "" };
  await db().visitor.create({
    data: {
      ...zero,
      workspaceId,
      id: "v1",
      key: "k",
      stage: "resolved",
      firstSeenAt: at,
      lastSeenAt: at,
    },
  });
  const ids = [];
  for (const pattern of [
    "calls.example/demo",
    "calls.example",
    "*.example/o*",
    "calls_example/demo",
  ]) {
    ids.push(await createGoalRule(workspaceId, "u", { name: pattern, kind: "outlink", pattern }));
  }
  await findGoals(workspaceId);
  const times = await Promise.all(ids.map((id) => reached(workspaceId, `page:${id}`)));
  expect(times.map((found) => found.get("v1") ?? null)).toEqual([TO, null, TO + 1, null]);
});

test("patterns that cannot be meant are refused with a reason", () => {
  const problem = (kind: string, pattern: string) =>
    goalRuleInput.safeParse({ name: "n", kind, pattern }).error?.issues[0]?.message;
  expect(problem("page", "pricing")).toContain("Begin with /");
  expect(problem("page", "/*")).toContain("everything");
  expect(problem("page", "/a?b")).toContain("?");
  expect(problem("outlink", "https://a.example")).toContain("https://");
  expect(problem("page", "/blog/*")).toBeUndefined();
});
