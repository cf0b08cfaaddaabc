import { z } from "zod";
import { ONE } from "#lib/attribution/credit.ts";
import { CreditSums } from "#lib/attribution/credit-sums.ts";
import { goalSource } from "#lib/attribution/goal-source.ts";
import { DAY, ON_DATES, TOUCH_ORDER, touchCondition } from "#lib/attribution/journeys.ts";
import { visitorRanges } from "#lib/attribution/kept/pieces.ts";
import { type ChainCounts, keyEffects, shareByEffects } from "#lib/attribution/models/markov.ts";
import { joinedKeySql, readJoinedKey } from "#lib/attribution/row-key.ts";
import { type Money, moneyOf } from "#lib/attribution/touch.ts";
import { binding, conversionFits, sessionFits } from "#lib/attribution/visitor-filters.ts";
import type { Sql } from "#lib/db/sql.ts";
import { conversionPieces } from "./conversion-pieces.ts";
import type { CreditQuery, KeptCredit } from "./credit-query.ts";
import { periodInstants, type Stretch } from "./report-period.ts";

/** Conversions of one date with the same keys, in order, and the same money. */
interface Path {
  date: string;
  keys: readonly (string | null)[];
  money: Money | null;
  count: number;
}

const pathRow = z.object({
  day: z.number(),
  keys: z.array(z.string().nullable()),
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  count: z.number(),
});

/** The conversions of a stretch of local dates, equal ones of a date together. */
async function loadPaths(
  sql: Sql,
  workspaceId: string,
  query: CreditQuery,
  { dates, starts, end }: Stretch,
): Promise<Path[]> {
  const source = goalSource(query.goal);
  const values: unknown[] = [workspaceId, query.goal, starts, end, query.lookbackDays];
  const rows = await sql.query(
    `SELECT day, keys, amount, currency, count(*)::int AS count FROM (
       SELECT ${DAY} AS day, coalesce(t.keys, '[]') AS keys, g.amount, g.currency
       FROM ${source.relation}
       LEFT JOIN LATERAL (
         SELECT jsonb_agg(${joinedKeySql(query)} ORDER BY ${TOUCH_ORDER}) AS keys
         FROM session s WHERE ${touchCondition(source, "$5")}
       ) t ON true
       WHERE ${ON_DATES}
         AND ${conversionFits(query, source, binding(values))}) AS conversions
     GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    values,
  );
  return rows.map((row) => {
    const { day, keys, amount, currency, count } = pathRow.parse(row);
    const date = dates[day - 1] ?? query.from;
    const read = keys.map((key) => readJoinedKey(query, key));
    return { date, keys: read, money: moneyOf(amount, currency), count };
  });
}

const stepRow = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  isFirst: z.boolean(),
  isLast: z.boolean(),
  count: z.number(),
});

/**
 * The steps of the visitors who never reached the goal, within the period, counted by the keys on both
 * sides. Index: session ("workspaceId", "visitorId", "createdAt", sid).
 */
async function loadOtherSteps(sql: Sql, workspaceId: string, query: CreditQuery) {
  const source = goalSource(query.goal);
  const steps: ChainCounts[] = [];
  for (const range of await visitorRanges(sql, workspaceId)) {
    const values = [workspaceId, query.goal, ...periodInstants(query), ...range];
    const rows = await sql.query(
      `SELECT w.before AS "from", w.key AS "to", w."isFirst", w."isLast", count(*)::int AS count FROM (
         SELECT own.key, lag(own.key) OVER journey AS before,
           row_number() OVER journey = 1 AS "isFirst",
           lead(own.sid) OVER journey IS NULL AS "isLast"
         FROM (SELECT s."visitorId", s."createdAt", s.sid, ${joinedKeySql(query)} AS key FROM session s
           WHERE s."workspaceId" = $1 AND s."visitorId" > $5
             AND ($6::text IS NULL OR s."visitorId" <= $6)
             AND s."createdAt" >= $3::timestamptz AND s."createdAt" < $4::timestamptz
             AND ${sessionFits(query, binding(values))}
             AND ${source.neverReached}) AS own
         WINDOW journey AS (PARTITION BY own."visitorId" ORDER BY own."createdAt", own.sid COLLATE "C")) AS w
       GROUP BY 1, 2, 3, 4`,
      values,
    );
    for (const row of rows) {
      const { from, to, ...step } = stepRow.parse(row);
      steps.push({ from: readJoinedKey(query, from), to: readJoinedKey(query, to), ...step });
    }
  }
  return steps;
}

/** Shares conversions in proportion to their keys' weights, equal ones once. */
function creditorBy(effects: ReadonlyMap<string | null, number>) {
  const shares = new Map<string, readonly number[]>();
  return (keys: Path["keys"]): readonly number[] => {
    if (keys.length < 2) return [ONE];
    const name = JSON.stringify(keys);
    const known = shares.get(name) ?? shareByEffects(keys, effects);
    shares.set(name, known);
    return known;
  };
}

/** The credit of the model that learns, with the weights that it has learnt. */
export async function learnCredit(
  sql: Sql,
  workspaceId: string,
  query: CreditQuery,
  currency: string | null,
): Promise<KeptCredit> {
  const paths: Path[] = [];
  for (const piece of await conversionPieces(sql, workspaceId, query)) {
    for (const path of await loadPaths(sql, workspaceId, query, piece)) paths.push(path);
  }
  const effects = keyEffects(paths, await loadOtherSteps(sql, workspaceId, query));
  const partsOf = creditorBy(effects);
  const sums = new CreditSums(currency);
  for (const path of paths) sums.add({ ...path, parts: partsOf(path.keys) });
  return { ...sums.result(), effects: [...effects] };
}
