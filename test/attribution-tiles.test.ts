import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { DIMENSION_NAMES } from "#lib/attribution/dimensions.ts";
import { MODEL_NAMES } from "#lib/attribution/models.ts";
import type { ReceiptQuery } from "#lib/attribution/receipt-rows.ts";
import { listReceipts, type Receipt } from "#lib/attribution/receipts.ts";
import { getAttribution, getCreditOverTime } from "#lib/attribution/report.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { refreshTiles } from "#lib/attribution/tiles/refresh-tiles.ts";
import { NEWEST } from "#lib/attribution/tiles/sum-credit.ts";
import { setClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { expectedReport } from "#test/attribution/expected-report.ts";
import {
  drawWorld,
  insertConversions,
  insertOutcomes,
  insertSessions,
  insertWorld,
  visitorId,
  WORLD_START,
  type World,
} from "#test/attribution/world.ts";
import { engineKind, withTestDatabase } from "#test/database.ts";

withTestDatabase();

const RUNS = Number(process.env.FOYER_ATTRIBUTION_RUNS ?? (engineKind === "server" ? 25 : 8));
// Half-hour zones, one of them with summer time of half an hour that begins within the world.
const ZONES = ["Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns"];
const GOALS = ["identified", "enriched", "page:goal_price", "outcome:won", "outcome:meeting"];
// The last dates of the world are recent ones, which are added up by the hour.
const NOW = Date.parse("2026-10-29T10:20:00Z");

type Key = string | null;

const DAY_MS = 86_400_000;
const day = (n: number) => new Date(WORLD_START + n * DAY_MS).toISOString().slice(0, 10);

const query = fc
  .record({
    goal: fc.constantFrom(...GOALS),
    model: fc.constantFrom(...MODEL_NAMES),
    dimension: fc.constantFrom(...DIMENSION_NAMES),
    timezone: fc.constantFrom(...ZONES),
    lookbackDays: fc.constantFrom(90, 90, 90, 7),
    first: fc.integer({ min: 112, max: 152 }),
    dates: fc.nat(40),
  })
  .map(
    ({ first, dates, ...rest }): AttributionQuery => ({
      ...rest,
      from: day(first),
      to: day(Math.min(152, first + dates)),
    }),
  );

/** The same within the last 45 days and among a dozen people: many meet a key twice on one date. */
function dense({ sessions, conversions, outcomes }: World): World {
  const later = <T extends { at: number }>(one: T): T => ({
    ...one,
    at: WORLD_START + 106 * DAY_MS + ((one.at - WORLD_START) % (45 * DAY_MS)),
  });
  return {
    sessions: sessions.map(later).map((one) => ({
      ...one,
      visitor: one.visitor === null ? null : one.visitor % 12,
    })),
    conversions: conversions.map(later),
    outcomes: outcomes.map(later).map((one) => ({ ...one, visitor: one.visitor % 12 })),
  };
}

/** All receipts, page by page. */
async function allReceipts(workspaceId: string, query: ReceiptQuery): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  let cursor: string | undefined;
  do {
    const page = await listReceipts(workspaceId, { ...query, cursor });
    receipts.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return receipts;
}

/** How many receipts are behind each key, by pages of three. */
async function countReceipts(workspaceId: string, asked: AttributionQuery, keys: Iterable<Key>) {
  const counts = new Map<Key, number>();
  for (const key of keys) {
    const receipts = await allReceipts(workspaceId, { ...asked, key, limit: 3 });
    const subjects = receipts.map(({ visitorId, companyId }) => companyId ?? visitorId);
    counts.set(key, new Set(subjects).size);
  }
  return counts;
}

async function expectAgreement(workspaceId: string, world: World, asked: AttributionQuery) {
  const expected = expectedReport(world, asked);
  const behind = new Map([...expected.rows].map(([key, { conversions }]) => [key, conversions]));
  // With what was added up before the last change, which the report brings up to date.
  expect(await countReceipts(workspaceId, asked, behind.keys())).toEqual(behind);
  const { rows, total } = await getAttribution(workspaceId, asked);
  expect(new Set(rows.map((row) => row.key))).toEqual(new Set(expected.rows.keys()));
  expect(await countReceipts(workspaceId, asked, behind.keys())).toEqual(behind);
  const tolerance = asked.model === "markov" ? 1e-6 : 1e-9;
  for (const row of rows) {
    const want = expected.rows.get(row.key);
    expect(row.sessions).toBe(want?.sessions);
    expect(row.visitors).toBe(want?.visitors.size);
    expect(row.conversions).toBe(want?.conversions);
    expect(Math.abs(row.credit - (want?.credit ?? Number.NaN))).toBeLessThan(tolerance);
    // Each touch gets whole minor units, less than one off its share.
    const worth = want?.value ?? Number.NaN;
    const rounding = (want?.touches ?? 0) + worth * tolerance;
    expect(Math.abs((row.value ?? 0) - worth)).toBeLessThanOrEqual(rounding);
  }
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  expect(total.conversions).toBe(expected.conversions);
  expect(sum(rows.map((row) => row.credit))).toBe(expected.conversions);
  expect(total.visitors).toBe(expected.visitors);
  expect(total.value ?? 0).toBe(expected.value);
  expect(sum(rows.map((row) => row.value ?? 0))).toBe(expected.value);
  const points = await getCreditOverTime(workspaceId, asked, []);
  expect(sum(points.map(({ credit }) => credit))).toBe(expected.conversions);
}

describe("any question in any zone agrees with the oracle", () => {
  const world = dense(drawWorld(21));
  beforeAll(async () => {
    await insertWorld("t1", world);
    await insertOutcomes("t1", world);
  });

  test("asked once and again", { timeout: 600_000 }, async () => {
    const restore = setClock(() => NOW);
    const asking = fc.asyncProperty(query, (asked) => expectAgreement("t1", world, asked));
    await fc.assert(asking, { numRuns: RUNS }).finally(restore);
  });
});

test("the background adds up what reports ask for", async () => {
  const restore = setClock(() => NOW);
  await db().workspace.create({
    data: { id: "t3", slug: "t3", name: "T", timezone: "Asia/Kolkata" },
  });
  await insertWorld("t3", drawWorld(44));
  await refreshTiles().finally(restore);
  const count = () =>
    db().attributionTile.count({ where: { workspaceId: "t3", kind: "identified" } });
  // 89 whole dates, and today by the hour.
  expect(await count()).toBe(89 + 24);
});

test("what changes after it was added up is added up anew, and nothing else", async () => {
  const restore = setClock(() => NOW);
  const { sessions, conversions } = dense(drawWorld(33));
  const world: World = { sessions: [], conversions: [], outcomes: [] };
  const asked: AttributionQuery = {
    ...{ goal: "identified", model: "position", dimension: "source_medium", lookbackDays: 90 },
    ...{ timezone: "Australia/Lord_Howe", from: day(110), to: day(150) },
  };
  const insert = async (part: World["sessions"]) => {
    await insertSessions("t2", part);
    world.sessions.push(...part);
    await expectAgreement("t2", world, asked);
  };
  try {
    // As events come in: some sessions, the conversions, then the rest, which is late.
    await insert(sessions.slice(0, 100));
    await insertConversions("t2", conversions);
    world.conversions.push(...conversions);
    await expectAgreement("t2", world, asked);
    await insert(sessions.slice(100, 200));
    await insert(sessions.slice(200));
    await db().session.updateMany({
      where: { workspaceId: "t2", visitorId: visitorId(3) },
      data: { visitorId: visitorId(4) },
    });
    for (const one of world.sessions) if (one.visitor === 3) one.visitor = 4;
    await expectAgreement("t2", world, asked);
    await db().session.deleteMany({ where: { workspaceId: "t2", medium: "cpc" } });
    world.sessions = world.sessions.filter(({ medium }) => medium !== "cpc");
    await expectAgreement("t2", world, asked);
    await db().session.updateMany({
      where: { workspaceId: "t2", channel: "Email" },
      data: { source: "post" },
    });
    for (const one of world.sessions) if (one.channel === "Email") one.source = "post";
    await db().stageReached.deleteMany({ where: { workspaceId: "t2", visitorId: visitorId(4) } });
    world.conversions = world.conversions.filter(({ visitor }) => visitor !== 4);
    await expectAgreement("t2", world, asked);
    const hours = await db().attributionHour.findMany({ where: { workspaceId: "t2" } });
    await db().session.updateMany({ where: { workspaceId: "t2" }, data: { pageviews: 9 } });
    expect(await db().attributionHour.findMany({ where: { workspaceId: "t2" } })).toEqual(hours);
  } finally {
    restore();
  }
});

test("receipts behind a key, more on a date than its tile lists, and some in the hour that is running", async () => {
  const restore = setClock(() => NOW);
  const asked: AttributionQuery = {
    ...{ goal: "identified", model: "last", dimension: "source", lookbackDays: 90 },
    ...{ timezone: "Asia/Kolkata", from: day(110), to: day(149) },
  };
  const most = 2.5 * NEWEST;
  // One of five is of a day of its own, one of the same millisecond as others; the very last are of this hour.
  const after = [-2 * DAY_MS, 250];
  const at = (visitor: number) =>
    visitor < most
      ? WORLD_START + 115 * DAY_MS + (after[visitor % 5] ?? visitor)
      : NOW - 600_000 + visitor;
  const sourceOf = (visitor: number) => (visitor % 3 === 0 ? "rare" : "big");
  const [drawn] = drawWorld(5).sessions;
  if (!drawn) throw new Error("no session was drawn");
  const visitors: number[] = [];
  const insert = async (count: number) => {
    const more = Array.from({ length: count }, (_, n) => visitors.length + n);
    const session = (visitor: number) => ({
      sid: `s${visitor}`,
      source: sourceOf(visitor),
      visitor,
    });
    await insertSessions(
      "t4",
      more.map((visitor) => ({ ...drawn, ...session(visitor), at: at(visitor) })),
    );
    const conversion = { goal: "identified" };
    await insertConversions(
      "t4",
      more.map((visitor) => ({ ...conversion, visitor, at: at(visitor) })),
    );
    visitors.push(...more);
  };
  const check = async () => {
    for (const limit of [60, NEWEST]) {
      for (const key of ["rare", "big"]) {
        const receipts = await allReceipts("t4", { ...asked, key, limit });
        const found = receipts.map((row) => [row.at, row.visitorId]);
        const behind = visitors
          .filter((visitor) => sourceOf(visitor) === key)
          .map((visitor): [number, string] => [at(visitor), visitorId(visitor)]);
        const newestFirst = (a: [number, string], b: [number, string]) =>
          b[0] - a[0] || (a[1] < b[1] ? 1 : -1);
        expect(found).toEqual(behind.sort(newestFirst));
      }
    }
  };
  try {
    await insert(most);
    await check();
    await getCreditOverTime("t4", asked, []);
    await check();
    await insert(10);
    await check();
  } finally {
    restore();
  }
});
