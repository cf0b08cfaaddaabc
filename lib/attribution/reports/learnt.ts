import { z } from "zod";
import { DIMENSION_NAMES, keySql } from "#lib/attribution/dimensions.ts";
import { goalSource } from "#lib/attribution/goal-source.ts";
import { TOUCH_ORDER, touchCondition } from "#lib/attribution/journeys.ts";
import type { KeptReport } from "#lib/attribution/kept/kept-report.ts";
import { visitorRanges } from "#lib/attribution/kept/pieces.ts";
import {
  creditPaths,
  journeysOf,
  type LearntCredit,
  learntSchema,
  type Path,
} from "#lib/attribution/models/learnt-credit.ts";
import { type ChainCounts, chainEffects } from "#lib/attribution/models/markov.ts";
import { addDays } from "#lib/attribution/period.ts";
import { dateStart } from "#lib/attribution/tiles/spans.ts";
import type { Sql } from "#lib/db/sql.ts";
import { periodInstants, periodSchema } from "./report-period.ts";

const querySchema = periodSchema.extend({
  goal: z.string(),
  dimension: z.enum(DIMENSION_NAMES),
  lookbackDays: z.number(),
});

export type LearntQuery = z.output<typeof querySchema>;

const pathRow = z.object({
  keys: z.array(z.string().nullable()),
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  count: z.number(),
});

/** The conversions of one local date, equal ones together. */
async function loadPaths(
  sql: Sql,
  workspaceId: string,
  { goal, dimension, lookbackDays, timezone }: LearntQuery,
  date: string,
): Promise<Path[]> {
  const source = goalSource(goal);
  const [start, end] = [dateStart(date, timezone), dateStart(addDays(date, 1), timezone)];
  const rows = await sql.query(
    `SELECT keys, amount, currency, count(*)::int AS count FROM (
       SELECT coalesce(t.keys, '[]') AS keys, g.amount, g.currency
       FROM ${source.relation}
       LEFT JOIN LATERAL (
         SELECT jsonb_agg(${keySql(dimension)} ORDER BY ${TOUCH_ORDER}) AS keys
         FROM session s WHERE ${touchCondition(source, "$5")}
       ) t ON true
       WHERE g."reachedAt" >= $3::timestamptz AND g."reachedAt" < $4::timestamptz) AS conversions
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [workspaceId, goal, new Date(start), new Date(end), lookbackDays],
  );
  return rows.map((row) => ({ date, ...pathRow.parse(row) }));
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
async function loadOtherSteps(sql: Sql, workspaceId: string, query: LearntQuery) {
  const source = goalSource(query.goal);
  const steps: ChainCounts[] = [];
  for (const range of await visitorRanges(sql, workspaceId)) {
    const rows = await sql.query(
      `SELECT w.before AS "from", w.key AS "to", w."isFirst", w."isLast", count(*)::int AS count FROM (
         SELECT own.key, lag(own.key) OVER journey AS before,
           row_number() OVER journey = 1 AS "isFirst",
           lead(own.sid) OVER journey IS NULL AS "isLast"
         FROM (SELECT s."visitorId", s."createdAt", s.sid, ${keySql(query.dimension)} AS key FROM session s
           WHERE s."workspaceId" = $1 AND s."visitorId" > $5
             AND ($6::text IS NULL OR s."visitorId" <= $6)
             AND s."createdAt" >= $3::timestamptz AND s."createdAt" < $4::timestamptz
             AND ${source.neverReached}) AS own
         WINDOW journey AS (PARTITION BY own."visitorId" ORDER BY own."createdAt", own.sid COLLATE "C")) AS w
       GROUP BY 1, 2, 3, 4`,
      [workspaceId, query.goal, ...periodInstants(query), ...range],
    );
    steps.push(...rows.map((row) => stepRow.parse(row)));
  }
  return steps;
}

async function sumLearnt(sql: Sql, workspaceId: string, query: LearntQuery): Promise<LearntCredit> {
  const paths: Path[] = [];
  for (let date = query.from; date <= query.to; date = addDays(date, 1)) {
    for (const path of await loadPaths(sql, workspaceId, query, date)) paths.push(path);
  }
  const others = await loadOtherSteps(sql, workspaceId, query);
  return creditPaths(paths, chainEffects(journeysOf(paths), others));
}

export const LEARNT_REPORT: KeptReport<LearntQuery, LearntCredit> = {
  kind: "learnt",
  asides: ["people", "outcomes"],
  // Whoever reaches the goal at any time is no visitor who never did.
  isWide: true,
  query: querySchema,
  result: learntSchema,
  sum: sumLearnt,
};
