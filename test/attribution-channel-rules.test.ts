import { beforeAll, expect, test } from "vitest";
import { applyChannelRulesJob } from "#lib/attribution/channel-rules/apply-rules-job.ts";
import { type ChannelRule, channelMatcher } from "#lib/attribution/channel-rules/channel-rule.ts";
import { previewChannelRules } from "#lib/attribution/channel-rules/preview.ts";
import { listChannelRules, saveChannelRules } from "#lib/attribution/channel-rules/versions.ts";
import { compareFrozen, freezeReport, listFrozen } from "#lib/attribution/frozen/frozen-reports.ts";
import { MODEL_NAMES } from "#lib/attribution/models.ts";
import { getAttribution } from "#lib/attribution/report.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { db, sql } from "#lib/db/client.ts";
import { checkWorkspace } from "#lib/rebuild/rebuild.ts";
import { planJourneys } from "#lib/simulator/plan.ts";
import { withTestDatabase } from "#test/database.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

withTestDatabase();

const TO = Date.UTC(2026, 4, 1);
const plan = planJourneys({ seed: 5, from: TO - 20 * 86_400_000, to: TO, visitors: 20 });
const payloads = [...plan].map(({ payload }) => payload);
const [early, late] = [payloads.slice(0, -20), payloads.slice(-20)];
const query: AttributionQuery = {
  ...{ goal: "identified", model: "linear", dimension: "channel", lookbackDays: 90 },
  ...{ from: "2026-04-10", to: "2026-05-02", timezone: "Europe/Lisbon" },
};
const workspace = { id: "", timezone: "Europe/Lisbon" };
const everything: ChannelRule[] = [
  { channel: "Home page", conditions: [{ field: "landing_page", pattern: "/" }] },
  { channel: "Ours", conditions: [{ field: "landing_page", pattern: "/*" }] },
];

async function applyRules() {
  const context = {
    ...{ workspaceId: workspace.id, userId: null, jobId: "j", checkpoint: null },
    ...{ signal: new AbortController().signal },
    ...{ progress: async () => {}, result: async () => {} },
  };
  await applyChannelRulesJob.run(context, {});
}

function reports() {
  return Promise.all(MODEL_NAMES.map((model) => getAttribution(workspace.id, { ...query, model })));
}

beforeAll(async () => {
  workspace.id = await makeWorkspace();
  await deliver(workspace.id, early);
  await drainAll();
});

test("a change of rules and its reversal: a preview that comes true, and the old figures again", async () => {
  const before = await reports();
  expect(before[0]?.rows.length).toBeGreaterThan(3);
  const preview = await previewChannelRules(workspace.id, everything);
  const count = await db().session.count({ where: { workspaceId: workspace.id } });
  expect(preview.sessions).toBe(count);

  const frozen = await freezeReport(workspace.id, null, "As reported", query);
  expect((await saveChannelRules(workspace, "u", everything, 0)).version).toBe(1);
  await expect(saveChannelRules(workspace, "u", [], 0)).rejects.toMatchObject({ code: "conflict" });
  expect((await listChannelRules(workspace.id))[0]?.appliedAt).toBeNull();
  await applyRules();
  expect((await listChannelRules(workspace.id))[0]?.appliedAt).not.toBeNull();
  const changed = await reports();
  expect(new Set(changed[0]?.rows.map(({ key }) => key))).toEqual(new Set(["Home page", "Ours"]));
  for (const [to, moved] of Map.groupBy(preview.moves, (move) => move.to)) {
    const own = { workspaceId: workspace.id, channel: to };
    expect(await db().session.count({ where: own })).toBe(
      moved.reduce((sum, { sessions }) => sum + sessions, 0),
    );
  }
  const difference = await compareFrozen(workspace.id, frozen);
  expect(difference?.total.after.credit).toBe(difference?.total.before.credit);
  expect(difference?.rows.find(({ key }) => key === "Ours")).toMatchObject({ before: null });
  expect(difference?.rows.some(({ after }) => after === null)).toBe(true);
  const byChange = (await listFrozen(workspace.id)).map(({ name }) => name);
  expect(byChange).toContain("Before channel rules 1");

  await saveChannelRules(workspace, "u", [], 1, "Back to version 0");
  await applyRules();
  expect(await reports()).toEqual(before);
  expect((await compareFrozen(workspace.id, frozen))?.rows.every(same)).toBe(true);
});

function same({ before, after }: { before: unknown; after: unknown }): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

test("new sessions get their channel by the rules in force, and a rebuild gives the same", async () => {
  await saveChannelRules(workspace, "u", everything, 2);
  await applyRules();
  await deliver(workspace.id, late);
  await drainAll();
  const others = { workspaceId: workspace.id, channel: { notIn: ["Home page", "Ours"] } };
  expect(await db().session.count({ where: others })).toBe(0);
  const { tables } = await checkWorkspace(sql(), workspace.id);
  expect(tables.filter(({ isEqual }) => !isEqual)).toEqual([]);
});

test("the first rule whose conditions all hold gives the channel", () => {
  const match = channelMatcher([
    {
      channel: "Partners",
      conditions: [
        { field: "medium", pattern: "referral" },
        { field: "referrer", pattern: "*.tern.example" },
      ],
    },
    { channel: "Literal", conditions: [{ field: "source", pattern: "a.b+c" }] },
    { channel: "Blog", conditions: [{ field: "landing_page", pattern: "/blog/*" }] },
  ]);
  const none = { source: null, medium: null, campaign: null, term: null, content: null };
  const hints = { ...none, referrer: null, landing_page: "/" };
  expect(match({ ...hints, medium: "Referral", referrer: "blog.tern.example" })).toBe("Partners");
  expect(match({ ...hints, medium: "referral", referrer: "tern.example.org" })).toBeNull();
  expect(match({ ...hints, source: "A.B+C" })).toBe("Literal");
  expect(match({ ...hints, source: "axb+c" })).toBeNull();
  expect(match({ ...hints, landing_page: "/blog/one/" })).toBe("Blog");
});
