import { z } from "zod";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { periodInstants, type ReportPeriod } from "./report-period.ts";

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

const MEDIAN = (from: string, to: string) =>
  `percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ${to} - ${from})::float8 * 1000)`;

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
    ARRAY[${[0, 1, 2, 3, 4].map((n) => MEDIAN(`t${n}`, `t${n + 1}`)).join(", ")}] AS medians
  FROM five`;

const funnelRow = z.object({
  visitors: z.array(whole).length(FUNNEL_STEPS.length),
  anyOrder: z.array(whole).length(FUNNEL_STEPS.length),
  medians: z.array(z.number().nullable()).length(FUNNEL_STEPS.length),
});

/**
 * How far the visitors who were first identified in the period have come until now. An outcome is the
 * account's (the visitor's company, or the visitor without one) at or after the visitor's identification.
 */
export async function getFunnel(workspaceId: string, period: ReportPeriod): Promise<FunnelRow[]> {
  const values = [workspaceId, ...periodInstants(period), FUNNEL_OUTCOMES];
  const [row] = await sql().query(FUNNEL, values);
  const { visitors, anyOrder, medians } = funnelRow.parse(row);
  return FUNNEL_STEPS.map((step, at) => ({
    step,
    visitors: visitors[at] ?? 0,
    anyOrder: anyOrder[at] ?? 0,
    medianMs: medians[at] ?? null,
  }));
}
