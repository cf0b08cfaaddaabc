import { beforeAll, expect, test } from "vitest";
import { readCredit } from "#app/(dashboard)/[workspace]/attribution/read-credit.ts";
import { compareModels } from "#lib/attribution/compare-models.ts";
import { getFirstDates } from "#lib/attribution/first-dates.ts";
import { getFirstModels } from "#lib/attribution/first-models.ts";
import { getFirstRows } from "#lib/attribution/first-rows.ts";
import { compareKept } from "#lib/attribution/kept/compare-kept.ts";
import { freshness } from "#lib/attribution/kept/kept-report.ts";
import { refreshKept } from "#lib/attribution/kept/refresh-kept.ts";
import { getAttribution } from "#lib/attribution/report.ts";
import { getCampaign } from "#lib/attribution/reports/campaign.ts";
import { listCountries } from "#lib/attribution/reports/countries.ts";
import { getEmailHealth, listEmailHealthBySource } from "#lib/attribution/reports/email-health.ts";
import { getFunnel } from "#lib/attribution/reports/funnel.ts";
import { getJourneyFlow } from "#lib/attribution/reports/kept-flow.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { db, sql } from "#lib/db/client.ts";
import { drawReportsWorld, insertReportsWorld } from "#test/attribution/reports-world.ts";
import { withTestDatabase } from "#test/database.ts";

withTestDatabase();

const W = "k1";
const query: AttributionQuery = {
  ...{ goal: "qualified", model: "markov", dimension: "source", lookbackDays: 90 },
  ...{ from: "2026-09-10", to: "2026-11-10", timezone: "Asia/Kolkata" },
};

const FLOW = { start: null, direction: "forward", steps: 4, top: 3, mostStarts: 9 } as const;

const NARROWED = { secondDimension: "channel", country: "PT", stage: "resolved" } as const;

/** Every report that is kept whole, as a page would read it. */
const READS = {
  funnel: () => getFunnel(W, query),
  countries: () => listCountries(W, query),
  results: () => getEmailHealth(W, query),
  sources: () => listEmailHealthBySource(W, query),
  campaign: () => getCampaign(W, query, "spring"),
  pages: () => getJourneyFlow(W, query, { ...FLOW, of: "pages" }),
  channels: () => getJourneyFlow(W, query, { ...FLOW, of: "channels" }),
  learnt: () => getAttribution(W, query),
  pairs: () => getAttribution(W, { ...query, model: "time_decay", secondDimension: "campaign" }),
  narrowed: () => getAttribution(W, { ...query, ...NARROWED }),
  small: () => getAttribution(W, { ...query, model: "linear", companySize: "1-10" }),
  clicks: () => getFirstRows(W, { ...query, model: "last", dimension: "click_id" }),
  models: () => getFirstModels(W, { ...query, model: "last", dimension: "click_id" }),
  clickDates: () => getFirstDates(W, { ...query, dimension: "click_id" }, []),
  outcomes: () => getAttribution(W, { ...query, model: "first", goal: "outcome:won" }),
};

/** What rows say that no version was told of: the answer without anything kept. */
async function readAnew(read: () => Promise<unknown>): Promise<unknown> {
  await sql().query(`DELETE FROM attribution_report WHERE "workspaceId" = $1`, [W]);
  return read();
}

beforeAll(async () => {
  await insertReportsWorld(W, drawReportsWorld(31));
});

/** Changes of every kind of row that a report reads, each made by one statement. */
const CHANGES = [
  `UPDATE visitor SET validity = 'invalid' WHERE validity = 'valid'`,
  `UPDATE visitor SET "companyId" = 'c_1' WHERE "companyId" = 'c_2'`,
  `UPDATE visitor SET "countryCode" = 'PT' WHERE "countryCode" = 'IN'`,
  `UPDATE visitor SET stage = 'enriched' WHERE id LIKE 'v_b%'`,
  `UPDATE company SET "countryCode" = 'FR' WHERE id = 'c_1'`,
  `UPDATE company SET "employeeCount" = 7`,
  `UPDATE session SET source = 'late' WHERE source = 'google'`,
  `UPDATE page_view SET path = '/new' WHERE path = '/docs'`,
  `DELETE FROM page_view WHERE path = '/pricing'`,
  `DELETE FROM outcome WHERE status = 'meeting'`,
  `DELETE FROM email_validation WHERE validity = 'invalid'`,
  `DELETE FROM stage_reached WHERE goal = 'qualified' AND "visitorId" LIKE 'v_b%'`,
  `DELETE FROM session WHERE channel = 'Email'`,
];

test("whatever changes, the next who asks reads it", { timeout: 600_000 }, async () => {
  for (const change of CHANGES) {
    for (const read of Object.values(READS)) await read();
    await sql().query(change);
    const read = await Promise.all(Object.values(READS).map((one) => one()));
    for (const [at, name] of Object.keys(READS).entries()) {
      const one = Object.values(READS)[at];
      expect({ change, name, read: one && (await readAnew(one)) }).toEqual({
        ...{ change, name },
        read: read[at],
      });
    }
  }
});

test("nothing is worked out twice while nothing changes", async () => {
  for (const read of Object.values(READS)) await read();
  const kept = () => db().attributionReport.findMany({ where: { workspaceId: W } });
  const before = await kept();
  expect(before.length).toBeGreaterThanOrEqual(Object.keys(READS).length);
  for (const read of Object.values(READS)) await read();
  expect(await kept()).toEqual(before);
});

test("a page is shown what took long as it was, and it is brought up to date beside it", async () => {
  const [before] = await READS.funnel();
  await db().attributionReport.updateMany({
    where: { workspaceId: W, kind: "funnel" },
    data: { tookMs: 60_000 },
  });
  await db().stageReached.deleteMany({
    where: { workspaceId: W, goal: "identified", visitorId: { startsWith: "v_A" } },
  });
  const shown = freshness();
  const [old] = await getFunnel(W, query, shown);
  expect(old).toEqual(before);
  expect(shown.asOf).not.toBeNull();
  // Whoever may not be shown old numbers waits for new ones.
  const [exact] = await getFunnel(W, query);
  expect(exact?.visitors).toBeLessThan(before?.visitors ?? 0);
  const again = freshness();
  expect((await getFunnel(W, query, again))[0]).toEqual(exact);
  expect(again.asOf).toBeNull();
});

test("credit and models say of when they are, and every column still adds up", async () => {
  const all = await READS.learnt();
  await db().attributionReport.updateMany({
    where: { workspaceId: W, kind: "credit" },
    data: { tookMs: 60_000 },
  });
  await db().stageReached.deleteMany({
    where: { workspaceId: W, goal: "qualified", visitorId: { startsWith: "v_A" } },
  });
  const [ofCredit, ofModels] = [freshness(), freshness()];
  const { report, overTime } = await readCredit(W, query, null, ofCredit);
  const models = await compareModels(W, query, ofModels);
  expect(report.total).toEqual(all.total);
  expect(overTime.reduce((sum, { credit }) => sum + credit, 0)).toBeCloseTo(all.total.credit, 6);
  expect(models.totals.markov).toBe(all.total.credit);
  for (const shown of [ofCredit, ofModels]) expect(shown.asOf).not.toBeNull();
  // A model that learns nothing is of this moment, and so is what nobody may be shown late.
  const exact = await compareModels(W, query);
  expect(exact.totals.markov).toBeLessThan(all.total.credit);
  for (const model of ["first", "linear"] as const) {
    expect(models.totals[model]).toBe(exact.totals.markov);
  }
});

test("the background brings up to date what somebody looked at", async () => {
  await READS.countries();
  await sql().query(`UPDATE visitor SET "countryCode" = 'JP' WHERE "countryCode" = 'PT'`);
  await db().attributionReport.updateMany({ where: { workspaceId: W }, data: { tookMs: 0 } });
  await refreshKept();
  const [row] = await db().attributionReport.findMany({
    where: { workspaceId: W, kind: "countries" },
  });
  expect(row?.result).toContain("JP");
});

test("the check names what is kept and wrong", async () => {
  for (const read of Object.values(READS)) await read();
  const before = await compareKept(sql(), W);
  expect(before.differing).toEqual([]);
  // What is made of other kept sums is not checked by itself.
  expect(before.reports).toBeGreaterThanOrEqual(Object.keys(READS).length - 1);
  await sql().query(
    `UPDATE attribution_report SET result = replace(result, '"visitors":', '"visitors":1')
     WHERE kind = 'funnel' AND "workspaceId" = $1`,
    [W],
  );
  expect((await compareKept(sql(), W)).differing).toMatchObject([{ kind: "funnel" }]);
});
