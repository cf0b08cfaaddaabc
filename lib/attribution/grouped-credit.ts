import { z } from "zod";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import type { CreditByKey, KeyTotals } from "./credit-by-key.ts";
import { goalSource, isOutcomeGoal } from "./goal-source.ts";
import { touchCondition } from "./journeys.ts";
import { MODELS, type ModelName } from "./models.ts";
import { addDays, periodOf, startOfDate } from "./period.ts";
import { joinKeys, keySqls, splitKeys } from "./row-key.ts";
import type { AttributionQuery } from "./search-params.ts";
import { type Bind, binding, conversionFits } from "./visitor-filters.ts";

/** By these a touch's credit follows from how many touches there are and which of them it is. */
const BY_POSITION: readonly ModelName[] = [
  "first",
  "last",
  "last_non_direct",
  "linear",
  "position",
];

/** True when the database can count alike touches, and the conversions need not be read one by one. */
export function isGrouped({ model, goal }: AttributionQuery): boolean {
  return BY_POSITION.includes(model) && !isOutcomeGoal(goal);
}

const MIDDLE = { sid: "", at: 0, key: null, isDirect: false };

/** What the model gives each of `count` touches. */
function partsOf(model: ModelName) {
  const known = new Map<number, readonly number[]>();
  const creditor = MODELS[model].creditor([], []);
  return (count: number, place: number): bigint => {
    const touches = Math.max(count, 1);
    const parts = known.get(touches) ?? creditor(Array(touches).fill(MIDDLE), 0);
    known.set(touches, parts);
    return BigInt(parts[place - 1] ?? 0);
  };
}

/** The touches of the query's conversions as a relation: key, second, count, place, and whether the first of its key. */
function touchesSql(query: AttributionQuery, bind: Bind): string {
  const source = goalSource(query.goal);
  const { key, second } = keySqls(query);
  // What is direct goes before what is not: the last touch in this order is the last non-direct one, if any.
  const direct = query.model === "last_non_direct" ? `s."isDirect" DESC, ` : "";
  return `WITH g AS MATERIALIZED (
      SELECT g.subject, g."visitorId", g."reachedAt" FROM ${source.relation}
      WHERE g."reachedAt" >= $3::timestamptz AND g."reachedAt" < $4::timestamptz
        AND ${conversionFits(query, source, bind)}),
    touch AS (
      SELECT g."reachedAt", ${key} AS key, ${second} AS second, (count(s.sid) OVER own)::int AS count,
        (row_number() OVER (PARTITION BY g.subject COLLATE "C"
          ORDER BY ${direct}s."createdAt", s.sid COLLATE "C"))::int AS place,
        row_number() OVER (PARTITION BY g.subject COLLATE "C", ${key}, ${second}) = 1 AS "isFirst"
      FROM g LEFT JOIN session s ON ${touchCondition(source, "$5")}
      WINDOW own AS (PARTITION BY g.subject COLLATE "C"))`;
}

function valuesOf(workspaceId: string, query: AttributionQuery): unknown[] {
  const { start, end } = periodOf(query.from, query.to, query.timezone);
  return [workspaceId, query.goal, new Date(start), new Date(end), query.lookbackDays];
}

const text = z.string().nullable();
const touchRow = z.object({
  key: text,
  second: text,
  count: z.int(),
  place: z.int(),
  touches: whole,
  conversions: whole,
});

/** Credit by key of the query's period, without reading the conversions one by one. */
export async function readGroupedCredit(
  workspaceId: string,
  query: AttributionQuery,
): Promise<CreditByKey> {
  const values = valuesOf(workspaceId, query);
  const rows = await sql().query(
    `${touchesSql(query, binding(values))}
     SELECT key, second, count, place, count(*) AS touches, count(*) FILTER (WHERE "isFirst") AS conversions
     FROM touch GROUP BY 1, 2, 3, 4`,
    values,
  );
  const parts = partsOf(query.model);
  const byKey = new Map<string | null, KeyTotals>();
  const all: KeyTotals = { conversions: 0, parts: 0n, value: 0n };
  for (const row of rows) {
    const { key, second, count, place, touches, conversions } = touchRow.parse(row);
    const joined = joinKeys(query, key, second);
    const sum = byKey.get(joined) ?? { conversions: 0, parts: 0n, value: 0n };
    byKey.set(joined, sum);
    const credit = parts(count, place) * BigInt(touches);
    sum.conversions += conversions;
    sum.parts += credit;
    all.parts += credit;
    if (place === 1) all.conversions += touches;
  }
  return { ...all, byKey, currency: null };
}

const dateRow = z.object({
  day: z.int(),
  isRest: z.boolean(),
  key: text,
  second: text,
  count: z.int(),
  place: z.int(),
  touches: whole,
});

/** Credit by local date and key, oldest first; the keys (joined) that are not among `keys` are one point a date. */
export async function listGroupedCreditByDate(
  workspaceId: string,
  query: AttributionQuery,
  keys: readonly (string | null)[],
) {
  const dates: string[] = [];
  for (let date = query.from; date <= query.to; date = addDays(date, 1)) dates.push(date);
  const values = valuesOf(workspaceId, query);
  const bind = binding(values);
  const touches = touchesSql(query, bind);
  const starts = bind(
    dates.map((date) => new Date(startOfDate(date, query.timezone)).toISOString()),
  );
  const drawn = keys.map((key) => splitKeys(query, key));
  const [firsts, seconds] = [bind(drawn.map(([key]) => key)), bind(drawn.map(([, key]) => key))];
  const rows = await sql().query(
    `${touches}
     SELECT day, "isRest", CASE WHEN NOT "isRest" THEN key END AS key,
       CASE WHEN NOT "isRest" THEN second END AS second, count, place, count(*) AS touches
     FROM (SELECT t.*, width_bucket("reachedAt", ${starts}::timestamptz[]) AS day, NOT EXISTS (
         SELECT 1 FROM unnest(${firsts}::text[], ${seconds}::text[]) AS d(key, second)
         WHERE d.key IS NOT DISTINCT FROM t.key AND d.second IS NOT DISTINCT FROM t.second) AS "isRest"
       FROM touch t) AS dated
     GROUP BY 1, 2, 3, 4, 5, 6`,
    values,
  );
  const parts = partsOf(query.model);
  const sums = new Map<
    string,
    { date: string; isRest: boolean; key: string | null; parts: bigint }
  >();
  for (const row of rows) {
    const { day, isRest, key, second, count, place, touches } = dateRow.parse(row);
    const joined = joinKeys(query, key, second);
    const name = JSON.stringify([day, isRest, joined]);
    const zero = { date: dates[day - 1] ?? query.from, isRest, key: joined, parts: 0n };
    const sum = sums.get(name) ?? zero;
    sums.set(name, sum);
    sum.parts += parts(count, place) * BigInt(touches);
  }
  return [...sums.values()]
    .filter((sum) => sum.parts > 0n)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
