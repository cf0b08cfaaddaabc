import { beforeAll, expect, test } from "vitest";
import { setClock } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { estimateEach, estimateRows, forgetEstimates } from "#lib/estimate-rows.ts";
import { countVisitors, listVisitors } from "#lib/visitors/list-visitors.ts";
import { VISITOR_SORTS, visitorFilters, visitorListParams } from "#lib/visitors/search-params.ts";
import { withTestDatabase } from "#test/database.ts";
import { insertRow, insertVisitor } from "#test/fixtures/insert-rows.ts";

// How a page is found depends on how many visitors fit, by the planner's statistics. Here are enough of them for every
// way, some evenly spread over the orders and some not at all.
withTestDatabase();

const COUNT = 12_000;
const CAP = 10_000;

/** What is asked for, and which of the visitors 0 to COUNT - 1 fit. */
const ASKED: [Record<string, string>, (n: number) => boolean][] = [
  [{ owner: "u1" }, (n) => n % 3 === 0],
  [{ owner: "u1", validity: "valid" }, (n) => n % 3 === 0 && n % 7 === 0],
  // All of them are at the end of every order.
  [{ owner: "u2" }, (n) => n % 3 === 1 && n < 9_600],
  [{ status: "working" }, (n) => n % 2 === 0],
  [{ status: "new" }, (n) => n % 2 === 1],
  // Fewer of them in the first thousands than further back.
  [{ owner: "u3" }, (n) => n % 3 === 2 && (n < 9_000 || n % 5 === 0)],
  [
    { owner: "none" },
    (n) => (n % 3 === 2 && n >= 9_000 && n % 5 > 0) || (n % 3 === 1 && n >= 9_600),
  ],
  [{ country: "DE" }, (n) => n >= 1_560 && n < 11_970],
  // Few enough to be found by their index; half a page of them at the start of every order, the others at its end.
  [{ country: "FR" }, (n) => n < 1_560 || n >= 11_970],
  // As few, evenly spread.
  [{ validity: "valid" }, (n) => n % 7 === 0],
  [{ source: "news" }, (n) => n % 3 === 2],
  [{ source: "news", validity: "valid" }, (n) => n % 3 === 2 && n % 7 === 0],
  [{ q: "manager" }, (n) => n % 2 === 0],
  [{ q: "it manager" }, (n) => n % 2 === 0 && n % 5 === 0],
  [{ q: "operations manager" }, (n) => n % 6 === 0],
  [{ q: "manager", owner: "u1" }, (n) => n % 6 === 0],
  // Too few in the first thousands for a page, enough in some thousands more.
  [{ q: "scribe" }, (n) => n % (n < 6_000 ? 3 : 60) === 0],
  // Many, and none in the first thousands.
  [{ q: "usher" }, (n) => n < 8_000],
  [{ q: "clerk" }, (n) => n < 300],
  [{ q: "clerk", source: "news" }, (n) => n < 300 && n % 3 === 2],
];

beforeAll(async () => {
  for (const id of ["u1", "u2", "u3"])
    await insertRow("user", { id, email: `${id}@a.example`, name: id });
  await insertVisitor("w1", "template", {});
  const has = (word: string, where: string) => `CASE WHEN ${where} THEN '${word} ' ELSE '' END`;
  await sql().query(
    `INSERT INTO visitor SELECT x.* FROM visitor t
     CROSS JOIN generate_series(0, $1::int - 1) AS n
     CROSS JOIN LATERAL jsonb_populate_record(t, jsonb_build_object('id', 'v' || lpad(n::text, 6, '0'), 'key', 'k' || n,
       'lastSeenAt', '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute', 'scoreRank', n * 1000,
       'pageviews', n, 'sortName', lpad((99999 - n)::text, 6, '0'),
       'countryCode', CASE WHEN n < 1560 OR n >= 11970 THEN 'FR' ELSE 'DE' END,
       'validity', CASE WHEN n % 7 = 0 THEN 'valid' ELSE 'invalid' END,
       'searchText', ${has("manager", "n % 2 = 0")} || ${has("operations", "n % 3 = 0")}
         || ${has("it", "n % 5 = 0")} || ${has("clerk", "n < 300")}
         || ${has("scribe", "n % CASE WHEN n < 6000 THEN 3 ELSE 60 END = 0")} || ${has("usher", "n < 8000")} || n)) AS x WHERE t.id = 'template'`,
    [COUNT],
  );
  await sql().query("DELETE FROM visitor WHERE id = 'template'");
  await sql().query(
    `INSERT INTO lead ("workspaceId", "visitorId", "ownerId", status, "updatedAt")
     SELECT 'w1', 'v' || lpad(n::text, 6, '0'), CASE WHEN n % 3 = 0 THEN 'u1' WHEN n % 3 = 1 AND n < 9600 THEN 'u2'
         WHEN n % 3 = 2 AND (n < 9000 OR n % 5 = 0) THEN 'u3' END,
       CASE WHEN n % 2 = 0 THEN 'working' ELSE 'new' END, now() FROM generate_series(0, $1::int - 1) AS n`,
    [COUNT],
  );
  await sql().query(
    `INSERT INTO session ("workspaceId", sid, vid, "visitorId", facts, "createdAt", "lastSeenAt", "landingPage",
       "landingPath", channel, source, "isDirect", pageviews, "engagedMs")
     SELECT 'w1', 's' || n, 'd', 'v' || lpad(n::text, 6, '0'), '{}', now(), now(), 'https://a.example/', '/', 'Referral',
       'news', false, 1, 0 FROM generate_series(0, $1::int - 1) AS n WHERE n % 3 = 2`,
    [COUNT],
  );
  await sql().query("ANALYZE");
});

test.each(ASKED)("pages of %j, in each order", async (filters, fits) => {
  const fitting = Array.from({ length: COUNT }, (_, n) => n).filter(fits);
  for (const sort of VISITOR_SORTS) {
    // By name the last come first, as in all the other orders.
    const expected = fitting.toReversed().map((n) => `v${String(n).padStart(6, "0")}`);
    const found: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 3; page++) {
      const params = visitorListParams.parse({ ...filters, sort, cursor, limit: 60 });
      const { rows, nextCursor } = await listVisitors("w1", params);
      found.push(...rows.map(({ id }) => id));
      cursor = nextCursor ?? undefined;
      if (!cursor) break;
    }
    expect(found).toEqual(expected.slice(0, 180));
  }
});

test.each(ASKED)("the count of %j", async (filters, fits) => {
  const fitting = Array.from({ length: COUNT }, (_, n) => n).filter(fits).length;
  expect(await countVisitors("w1", visitorFilters.parse(filters))).toEqual({
    count: Math.min(fitting, CAP),
    isCapped: fitting > CAP,
  });
});

test("what the planner expects of several queries is what it expects of each", async () => {
  const where = ["pageviews < 100", `"searchText" LIKE '%manager%'`, "true"];
  const queries = where.map((each) => Prisma.sql`SELECT 1 FROM visitor WHERE ${Prisma.raw(each)}`);
  const each = await Promise.all(queries.map(estimateRows));
  expect(new Set(each).size).toBe(3);
  forgetEstimates();
  expect(await estimateEach(queries)).toEqual(each);
  const never = Prisma.sql`SELECT 1 FROM visitor WHERE false`;
  expect(await estimateEach([never, ...queries])).toEqual([await estimateRows(never), ...each]);
  expect(await estimateEach(queries.slice(0, 1))).toEqual(each.slice(0, 1));
});

test("a country at one company, which the index of an order does not hold", async () => {
  const params = { ...visitorListParams.parse({ country: "FR", limit: 60 }), companyId: "c1" };
  expect((await listVisitors("w1", params)).rows).toEqual([]);
});

test("a count beyond the cap stands for a minute", async () => {
  const count = () => countVisitors("w1", visitorFilters.parse({ country: "DE" }));
  expect(await count()).toEqual({ count: CAP, isCapped: true });
  await sql().query(`DELETE FROM visitor WHERE id >= 'v009000'`);
  expect(await count()).toEqual({ count: CAP, isCapped: true });
  const restore = setClock(() => Date.now() + 61_000);
  expect(await count()).toEqual({ count: 7_440, isCapped: false });
  restore();
});
