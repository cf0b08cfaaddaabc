import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { DIMENSION_NAMES } from "#lib/attribution/dimensions.ts";
import { listConversions } from "#lib/attribution/journeys.ts";
import { MODEL_NAMES } from "#lib/attribution/models.ts";
import { datesOf } from "#lib/attribution/period.ts";
import type { ReceiptQuery } from "#lib/attribution/receipt-rows.ts";
import { listReceipts, type Receipt } from "#lib/attribution/receipts.ts";
import { getAttribution, getCreditOverTime } from "#lib/attribution/report.ts";
import { conversionParts } from "#lib/attribution/reports/conversion-pieces.ts";
import type { CreditQuery } from "#lib/attribution/reports/credit-query.ts";
import { periodInstants, stretchOf } from "#lib/attribution/reports/report-period.ts";
import { joinKeys, type RowKey } from "#lib/attribution/row-key.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { COMPANY_SIZES } from "#lib/attribution/visitor-filters.ts";
import { sql } from "#lib/db/client.ts";
import { expectedReport, pairName } from "#test/attribution/expected-report.ts";
import { drawWorld, insertOutcomes, insertWorld, WORLD_START } from "#test/attribution/world.ts";
import { engineKind, withTestDatabase } from "#test/database.ts";

// Reports by two dimensions and of some visitors, held against plain loops over the raw rows.
withTestDatabase();

const RUNS = Number(process.env.FOYER_ATTRIBUTION_RUNS ?? (engineKind === "server" ? 60 : 25));
const world = drawWorld(77);
const day = (n: number) => new Date(WORLD_START + n * 86_400_000).toISOString().slice(0, 10);
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

const query = fc
  .record({
    goal: fc.constantFrom("identified", "enriched", "page:goal_price", "outcome:won"),
    model: fc.constantFrom(...MODEL_NAMES),
    dimension: fc.constantFrom(...DIMENSION_NAMES),
    timezone: fc.constantFrom("Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns"),
    lookbackDays: fc.constantFrom(90, 7, 0),
    first: fc.integer({ min: 60, max: 120 }),
    dates: fc.nat(60),
    secondDimension: maybe(...DIMENSION_NAMES),
    companySize: maybe(...COMPANY_SIZES),
    country: maybe("DE", "PT", "unknown"),
    validity: maybe("valid", "catch_all", "unknown"),
    stage: maybe("resolved" as const, "qualified" as const, "enriched" as const),
  })
  .map(({ first, dates, ...drawn }): AttributionQuery => {
    const { goal, model, dimension, timezone, lookbackDays, secondDimension, ...filters } = drawn;
    const given = Object.entries(filters).filter(([, value]) => value !== undefined);
    const isPair = secondDimension !== undefined && secondDimension !== dimension;
    return {
      ...{ goal, model, dimension, timezone, lookbackDays, from: day(first) },
      to: day(Math.min(152, first + dates)),
      ...(isPair && { secondDimension }),
      ...Object.fromEntries(given),
    };
  });

beforeAll(async () => {
  await insertWorld("n1", world);
  await insertOutcomes("n1", world);
  // Another tenant with the same ids must not show.
  await insertWorld("n2", drawWorld(78));
  await insertOutcomes("n2", drawWorld(78));
});

function nameOf(asked: AttributionQuery, { key, secondKey = null }: RowKey): string | null {
  return asked.secondDimension ? pairName(key, secondKey) : key;
}

async function allReceipts(asked: ReceiptQuery): Promise<Receipt[]> {
  const { rows, nextCursor } = await listReceipts("n1", asked);
  return nextCursor ? [...rows, ...(await allReceipts({ ...asked, cursor: nextCursor }))] : rows;
}

async function expectAgreement(asked: AttributionQuery) {
  const expected = expectedReport(world, asked);
  const { rows, total } = await getAttribution("n1", asked);
  expect(new Set(rows.map((row) => nameOf(asked, row)))).toEqual(new Set(expected.rows.keys()));
  const tolerance = asked.model === "markov" ? 1e-6 : 1e-9;
  for (const row of rows) {
    const want = expected.rows.get(nameOf(asked, row));
    expect(row.sessions).toBe(want?.sessions);
    expect(row.visitors).toBe(want?.visitors.size);
    expect(row.conversions).toBe(want?.conversions);
    expect(Math.abs(row.credit - (want?.credit ?? Number.NaN))).toBeLessThan(tolerance);
  }
  expect(total.conversions).toBe(expected.conversions);
  expect(total.credit).toBe(expected.conversions);
  expect(sum(rows.map((row) => row.credit))).toBe(expected.conversions);
  expect(total.visitors).toBe(expected.visitors);
  expect(total.sessions).toBe(sum(rows.map((row) => row.sessions)));
  expect(sum(rows.map((row) => row.value ?? 0))).toBe(total.value ?? 0);
  // A chart that draws three of the keys adds up to the same.
  const drawn = rows.slice(0, 3).map((row) => joinKeys(asked, row.key, row.secondKey ?? null));
  const points = await getCreditOverTime("n1", asked, drawn);
  expect(sum(points.map(({ credit }) => credit))).toBe(expected.conversions);
  for (const row of rows.slice(0, 3)) {
    const own = points.filter((p) => !p.isRest && nameOf(asked, p) === nameOf(asked, row));
    expect(sum(own.map(({ credit }) => credit))).toBe(row.credit);
  }
  return rows;
}

test("any pair of dimensions and any filters agree with the oracle", { timeout: 600_000 }, () => {
  const agreeing = fc.asyncProperty(query, async (asked) => {
    await expectAgreement(asked);
  });
  return fc.assert(agreeing, { numRuns: RUNS });
});

test.each(MODEL_NAMES)("%s: receipts of a pair and of some visitors", async (model) => {
  const asked: AttributionQuery = {
    ...{ goal: "identified", model, dimension: "channel", secondDimension: "campaign" },
    ...{ from: day(60), to: day(152), timezone: "Asia/Kolkata", lookbackDays: 30, country: "DE" },
  };
  const rows = await expectAgreement(asked);
  expect(rows.length).toBeGreaterThan(5);
  const all = await allReceipts({ ...asked, limit: 7 });
  expect(all).toHaveLength(expectedReport(world, asked).conversions);
  expect(all.length).toBeGreaterThan(5);
  for (const { touches } of all) {
    if (touches.length > 0) expect(sum(touches.map((touch) => touch.credit))).toBe(1);
  }
  for (const { key, secondKey = null, credit, conversions } of rows) {
    const behind = await allReceipts({ ...asked, key, secondKey, limit: 200 });
    expect(behind).toHaveLength(conversions);
    const own = behind.flatMap(({ touches }) =>
      touches.filter((touch) => touch.key === key && touch.secondKey === secondKey),
    );
    const untouched = behind.filter(({ touches }) => touches.length === 0).length;
    const isNothing = key === null && secondKey === null;
    expect(sum(own.map((touch) => touch.credit)) + (isNothing ? untouched : 0)).toBe(credit);
  }
});

test("conversions read date by date, or in parts of all, are those read at once", async () => {
  const asked: CreditQuery = {
    ...{ goal: "identified", model: "linear", dimension: "channel", secondDimension: "source" },
    ...{ from: day(0), to: day(152), timezone: "Australia/Lord_Howe", lookbackDays: 30 },
  };
  const dates = datesOf(asked);
  const atOnce = await listConversions(sql(), "n1", asked, stretchOf(dates, asked.timezone));
  const oneByOne = await Promise.all(
    dates.map((date) => listConversions(sql(), "n1", asked, stretchOf([date], asked.timezone))),
  );
  expect(oneByOne.flat()).toEqual(atOnce);
  const parts = await conversionParts(sql(), "n1", asked.goal, periodInstants(asked), 2);
  expect(parts.length).toBeGreaterThan(3);
  const inParts: string[] = [];
  for (const [start, end] of parts) {
    const piece = { dates: [asked.from], starts: [start], end };
    for (const { subject } of await listConversions(sql(), "n1", asked, piece))
      inParts.push(subject);
  }
  expect(inParts).toEqual(atOnce.map(({ subject }) => subject));
  expect(new Set(atOnce.map(({ date }) => date)).size).toBeGreaterThan(10);
});
