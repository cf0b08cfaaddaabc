import { z } from "zod";
import type { Freshness, KeptReport } from "#lib/attribution/kept/kept-report.ts";
import { daysOf } from "#lib/attribution/kept/pieces.ts";
import { readKept } from "#lib/attribution/kept/read-kept.ts";
import { whole } from "#lib/columns.ts";
import type { Sql } from "#lib/db/sql.ts";
import { medianOf } from "./median.ts";
import { periodInstants, periodSchema, type ReportPeriod } from "./report-period.ts";

/** The steps in order. An outcome is a meeting, an opportunity or a deal won. */
export const FUNNEL_STEPS = [
  "identified",
  "qualified",
  "enriched",
  "valid_email",
  "outcome",
] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/** Outcomes that end the funnel well. */
export const FUNNEL_OUTCOMES = ["meeting", "opportunity", "won"];

export interface FunnelRow {
  step: FunnelStep;
  /** Visitors who reached this step and every one before it. */
  visitors: number;
  /** Visitors who reached this step, whatever they reached before. */
  anyOrder: number;
  /**
   * Median ms from having reached all steps before to having reached this one too, of those counted in
   * `visitors`; for the first step from the visitor's first session, of those who had one before.
   */
  medianMs: number | null;
}

// Covering index of the range: stage_reached ("workspaceId", goal, "reachedAt", "visitorId"); the other
// stages come by its primary key, first sessions by session ("workspaceId", "visitorId", "createdAt", sid).
const STAGE = (name: string, goal: FunnelStep) =>
  `LEFT JOIN stage_reached ${name} ON ${name}."workspaceId" = $1 AND ${name}."visitorId" = c."visitorId"
     AND ${name}.goal = '${goal}'`;

const AFTER = (step: string, before: string, at: string) =>
  `CASE WHEN ${before} IS NOT NULL AND ${at} IS NOT NULL THEN greatest(${before}, ${at}) END AS ${step}`;

const TIMES = (from: string, to: string) =>
  `coalesce(json_agg((extract(epoch FROM ${to} - ${from}) * 1000)::float8)
     FILTER (WHERE ${to} - ${from} IS NOT NULL), '[]')`;

const FUNNEL = `
  WITH cohort AS MATERIALIZED (
    SELECT "visitorId", "reachedAt" AS at FROM stage_reached
    WHERE "workspaceId" = $1 AND goal = 'identified'
      AND "reachedAt" >= $2::timestamptz AND "reachedAt" < $3::timestamptz
  ), results AS (
    SELECT o."visitorId", o."at" FROM outcome o
    WHERE o."workspaceId" = $1 AND o.status = ANY($4::text[]) AND o."companyId" IS NULL
    UNION ALL
    SELECT m.id, o."at" FROM outcome o
    JOIN visitor m ON m."workspaceId" = $1 AND m."companyId" = o."companyId"
    WHERE o."workspaceId" = $1 AND o.status = ANY($4::text[])
  ), won AS (
    SELECT c."visitorId", min(r."at") AS at FROM results r
    JOIN cohort c ON c."visitorId" = r."visitorId" AND r."at" >= c.at GROUP BY 1
  ), reached AS (
    SELECT c.at AS a1, q."reachedAt" AS a2, e."reachedAt" AS a3, v."reachedAt" AS a4, w.at AS a5,
      (SELECT min(s."createdAt") FROM session s WHERE s."workspaceId" = $1
        AND s."visitorId" = c."visitorId" AND s."createdAt" <= c.at) AS t0
    FROM cohort c ${STAGE("q", "qualified")} ${STAGE("e", "enriched")} ${STAGE("v", "valid_email")}
    LEFT JOIN won w ON w."visitorId" = c."visitorId"
  ), two AS (SELECT *, a1 AS t1, ${AFTER("t2", "a1", "a2")} FROM reached
  ), three AS (SELECT *, ${AFTER("t3", "t2", "a3")} FROM two
  ), four AS (SELECT *, ${AFTER("t4", "t3", "a4")} FROM three
  ), five AS (SELECT *, ${AFTER("t5", "t4", "a5")} FROM four)
  SELECT ARRAY[count(t1), count(t2), count(t3), count(t4), count(t5)]::int[] AS visitors,
    ARRAY[count(a1), count(a2), count(a3), count(a4), count(a5)]::int[] AS "anyOrder",
    json_build_array(${[0, 1, 2, 3, 4].map((n) => TIMES(`t${n}`, `t${n + 1}`)).join(", ")}) AS times
  FROM five`;

const STEPS = FUNNEL_STEPS.length;
const funnelRow = z.object({
  visitors: z.array(whole).length(STEPS),
  anyOrder: z.array(whole).length(STEPS),
  times: z.array(z.array(z.number())).length(STEPS),
});

/** Day by day: who was identified on one is in no other, and the medians are those of all times together. */
async function sumFunnel(sql: Sql, workspaceId: string, period: ReportPeriod) {
  const [visitors, anyOrder] = [FUNNEL_STEPS.map(() => 0), FUNNEL_STEPS.map(() => 0)];
  const times: number[][][] = FUNNEL_STEPS.map(() => []);
  for (const day of daysOf(periodInstants(period))) {
    const [row] = await sql.query(FUNNEL, [workspaceId, ...day, FUNNEL_OUTCOMES]);
    const found = funnelRow.parse(row);
    for (let at = 0; at < STEPS; at++) {
      visitors[at] = (visitors[at] ?? 0) + (found.visitors[at] ?? 0);
      anyOrder[at] = (anyOrder[at] ?? 0) + (found.anyOrder[at] ?? 0);
      times[at]?.push(found.times[at] ?? []);
    }
  }
  return FUNNEL_STEPS.map((step, at) => ({
    step,
    visitors: visitors[at] ?? 0,
    anyOrder: anyOrder[at] ?? 0,
    medianMs: medianOf(times[at] ?? []),
  }));
}

export const FUNNEL_REPORT: KeptReport<ReportPeriod, FunnelRow[]> = {
  kind: "funnel",
  dependsOn: () => ({ asides: ["people", "outcomes"], isWide: true }),
  query: periodSchema,
  result: z.array(
    z.object({
      step: z.enum(FUNNEL_STEPS),
      visitors: z.number(),
      anyOrder: z.number(),
      medianMs: z.number().nullable(),
    }),
  ),
  sum: sumFunnel,
};

/**
 * How far the visitors who were first identified in the period have come until now. An outcome is the
 * account's (the visitor's company, or the visitor without one) at or after the visitor's identification.
 */
export function getFunnel(
  workspaceId: string,
  { from, to, timezone }: ReportPeriod,
  freshness?: Freshness,
): Promise<FunnelRow[]> {
  return readKept(FUNNEL_REPORT, workspaceId, { from, to, timezone }, freshness);
}
