import { beforeAll, describe, expect, test } from "vitest";
import { classifySession } from "#lib/attribution/classify.ts";
import { DIMENSION_NAMES } from "#lib/attribution/dimensions.ts";
import { MODEL_NAMES } from "#lib/attribution/models.ts";
import type { ReceiptQuery } from "#lib/attribution/receipt-rows.ts";
import { listReceipts, type Receipt } from "#lib/attribution/receipts.ts";
import { getAttribution, getCreditOverTime } from "#lib/attribution/report.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { db } from "#lib/db/client.ts";
import { expectedReport } from "#test/attribution/expected-report.ts";
import { drawWorld, insertWorld } from "#test/attribution/world.ts";
import { withTestDatabase } from "#test/database.ts";

withTestDatabase();

const world = drawWorld(11);
const base: AttributionQuery = {
  goal: "identified",
  model: "last",
  dimension: "channel",
  from: "2026-08-01",
  to: "2026-10-25",
  timezone: "Europe/Lisbon",
  lookbackDays: 30,
};
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

async function allReceipts(query: ReceiptQuery): Promise<Receipt[]> {
  const { rows, nextCursor } = await listReceipts("w1", query);
  return nextCursor ? [...rows, ...(await allReceipts({ ...query, cursor: nextCursor }))] : rows;
}

beforeAll(async () => {
  await insertWorld("w1", world);
  // Another tenant with the same ids must not show.
  await insertWorld("w2", drawWorld(12));
});

describe.each(MODEL_NAMES)("%s", (model) => {
  test.each(DIMENSION_NAMES)("by %s agrees with the oracle", async (dimension) => {
    for (const goal of ["identified", "enriched"]) {
      const query = { ...base, model, dimension, goal };
      const expected = expectedReport(world, query);
      const { rows, total } = await getAttribution("w1", query);
      expect(new Set(rows.map((row) => row.key))).toEqual(new Set(expected.rows.keys()));
      for (const row of rows) {
        const want = expected.rows.get(row.key);
        expect(row.sessions).toBe(want?.sessions);
        expect(row.visitors).toBe(want?.visitors.size);
        expect(row.conversions).toBe(want?.conversions);
        const error = Math.abs(row.credit - (want?.credit ?? Number.NaN));
        expect(error).toBeLessThan(model === "markov" ? 1e-6 : 1e-9);
      }
      expect(total.conversions).toBe(expected.conversions);
      expect(total.credit).toBe(expected.conversions);
      expect(sum(rows.map((row) => row.credit))).toBe(expected.conversions);
      expect(total.sessions).toBe(sum(rows.map((row) => row.sessions)));
    }
  });

  test("receipts and days add up to the rows, exactly", async () => {
    const query = { ...base, model, dimension: "source" as const };
    const { rows, total } = await getAttribution("w1", query);
    const points = await getCreditOverTime(
      "w1",
      query,
      rows.map((row) => row.key),
    );
    const receipts = await allReceipts({ ...query, limit: 7 });
    expect(receipts).toHaveLength(total.conversions);
    expect(new Set(receipts.map((receipt) => receipt.visitorId)).size).toBe(receipts.length);
    for (const { touches } of receipts) {
      if (touches.length > 0) expect(sum(touches.map((touch) => touch.credit))).toBe(1);
    }
    for (const { key, credit, conversions } of rows) {
      expect(sum(points.filter((p) => !p.isRest && p.key === key).map((p) => p.credit))).toBe(
        credit,
      );
      const behind = await allReceipts({ ...query, key, limit: 200 });
      expect(behind).toHaveLength(conversions);
      const untouched = behind.filter(({ touches }) => touches.length === 0).length;
      const touches = behind.flatMap((receipt) => receipt.touches);
      const shares = touches.filter((t) => t.key === key).map((t) => t.credit);
      expect(sum(shares) + (key === null ? untouched : 0)).toBe(credit);
    }
  });
});

test.each(DIMENSION_NAMES)("each key of %s opens its receipts", async (dimension) => {
  const query = { ...base, dimension, model: "linear" as const };
  const { rows } = await getAttribution("w1", query);
  for (const { key, conversions } of rows) {
    // By small pages most keys are frequent, by large ones most are rare: the two are found differently.
    for (const limit of [1, 200]) {
      expect(await allReceipts({ ...query, key, limit })).toHaveLength(conversions);
    }
  }
});

test("receipts are newest first and their touches in order", async () => {
  const receipts = await allReceipts({ ...base, limit: 5 });
  const times = receipts.map((receipt) => receipt.at);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  for (const { at, touches } of receipts) {
    const order = touches.map((touch) => touch.at);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    for (const touch of touches) {
      expect(touch.at).toBeLessThanOrEqual(at);
      expect(touch.at).toBeGreaterThanOrEqual(at - 30 * 86_400_000);
    }
  }
});

test("a cursor that is not ours is refused", async () => {
  const query = { ...base, limit: 5, cursor: "bm9uc2Vuc2U" };
  await expect(listReceipts("w1", query)).rejects.toMatchObject({ code: "invalid_request" });
});

test("a goal that nobody reached gives sessions and no credit", async () => {
  const { rows, total } = await getAttribution("w1", { ...base, goal: "outcome:won" });
  expect(rows.length).toBeGreaterThan(0);
  expect(total).toMatchObject({ conversions: 0, credit: 0, value: null });
});

test("a receipt carries the visitor's name", async () => {
  const [receipt] = (await listReceipts("w1", { ...base, limit: 1 })).rows;
  const id = receipt?.visitorId ?? "";
  expect(receipt?.visitorName).toBeNull();
  const at = new Date(0);
  await db().visitor.create({
    data: {
      workspaceId: "w1",
      id,
      key: "email:mo@tern.example",
      facts: {},
      fullName: "Mo Tern",
      stage: "enriched",
      firstSeenAt: at,
      lastSeenAt: at,
      sessions: 0,
      pageviews: 0,
      engagedMs: 0,
      sortName: "mo tern",
      searchText: "",
    },
  });
  const [named] = (await listReceipts("w1", { ...base, limit: 1 })).rows;
  expect(named?.visitorName).toBe("Mo Tern");
});

test("both edges of the lookback count, ties go by the bytes of the session id", async () => {
  const at = Date.parse("2026-10-25T12:00:00Z");
  const raw = world.sessions[0];
  if (!raw) throw new Error("the world has no sessions");
  const sessions = [
    { sid: "too-early", at: at - 86_400_001 },
    { sid: "a", at: at - 86_400_000 },
    { sid: "B", at: at - 86_400_000 },
    { sid: "last", at },
    { sid: "too-late", at: at + 1 },
  ].map((changes) => ({ ...raw, ...changes, visitor: 0 }));
  await insertWorld("edges", {
    sessions,
    conversions: [{ visitor: 0, goal: "identified", at }],
  });
  const query = { ...base, model: "first" as const, lookbackDays: 1, limit: 1 };
  const [receipt] = (await listReceipts("edges", query)).rows;
  const shares = receipt?.touches.map(({ sessionId, credit }) => [sessionId, credit]);
  expect(shares).toEqual([
    ["B", 1],
    ["a", 0],
    ["last", 0],
  ]);
  const { rows } = await getAttribution("edges", query);
  expect(rows.map((row) => row.credit)).toEqual([1]);
});

describe("the worked example of docs/attribution.md", () => {
  const noUtm = { source: null, medium: null, campaign: null, term: null, content: null };
  const origins = {
    Social: { utm: { ...noUtm, source: "linkedin", medium: "social" }, referrer: null },
    Search: { utm: noUtm, referrer: "https://www.google.com/" },
    Email: { utm: { ...noUtm, source: "newsletter", medium: "email" }, referrer: null },
    Direct: { utm: noUtm, referrer: null },
  };
  const visits: [string, string, keyof typeof origins][] = [
    ["ana", "2026-03-01", "Social"],
    ["ana", "2026-03-15", "Search"],
    ["ana", "2026-03-22", "Email"],
    ["ana", "2026-03-29", "Direct"],
    ["ben", "2026-03-10", "Search"],
    ["cy", "2026-03-05", "Social"],
    ["dee", "2026-03-06", "Search"],
    ["dee", "2026-03-07", "Email"],
  ];
  const noon = (date: string) => new Date(`${date}T12:00:00Z`);

  beforeAll(async () => {
    const landingPage = "https://harbor.example/";
    await db().session.createMany({
      data: visits.map(([visitor, date, name], i) => {
        const origin = { ...origins[name], gclid: null, fbclid: null, landingPage };
        const { referrerDomain: _, ...touch } = classifySession(origin);
        return {
          ...touch,
          workspaceId: "docs",
          sid: `s${i}`,
          vid: visitor,
          visitorId: visitor,
          facts: {},
          createdAt: noon(date),
          lastSeenAt: noon(date),
          landingPage,
          landingPath: "/",
          referrer: origin.referrer,
          pageviews: 1,
          engagedMs: 0,
        };
      }),
    });
    const goal = { workspaceId: "docs", goal: "qualified", eventId: "evt" };
    await db().stageReached.createMany({
      data: [
        { ...goal, visitorId: "ana", reachedAt: noon("2026-03-29") },
        { ...goal, visitorId: "ben", reachedAt: noon("2026-03-11") },
      ],
    });
  });

  test.each([
    ["first", 1, 1, 0, 0],
    ["last", 0, 1, 0, 1],
    ["last_non_direct", 0, 1, 1, 0],
    ["linear", 1 / 4, 5 / 4, 1 / 4, 1 / 4],
    ["position", 0.4, 1.1, 0.1, 0.4],
    ["time_decay", 1 / 29, 33 / 29, 8 / 29, 16 / 29],
    ["markov", 1 / 7, 10 / 7, 3 / 14, 3 / 14],
  ] as const)("%s", async (model, social, search, email, direct) => {
    const march = { from: "2026-03-01", to: "2026-03-31", goal: "qualified" };
    const { rows, total } = await getAttribution("docs", { ...base, ...march, model });
    const expected = [
      ["Organic Social", 2, 2, 1, social],
      ["Organic Search", 3, 3, 2, search],
      ["Email", 2, 2, 1, email],
      ["Direct", 1, 1, 1, direct],
    ] as const;
    expect(rows).toHaveLength(expected.length);
    for (const [key, sessions, visitors, conversions, credit] of expected) {
      const row = rows.find((each) => each.key === key);
      expect(row).toMatchObject({ sessions, visitors, conversions });
      expect(row?.credit).toBeCloseTo(credit, 11);
    }
    expect(total).toMatchObject({ sessions: 8, visitors: 4, conversions: 2, credit: 2 });
  });
});
