import { z } from "zod";
import { periodInstants, type ReportPeriod } from "#lib/attribution/reports/report-period.ts";
import { now } from "#lib/clock.ts";
import type { Sql } from "#lib/db/sql.ts";
import { sha256 } from "#lib/ids.ts";
import { canonicalJson } from "#lib/json.ts";
import type { KeptReport } from "./kept-report.ts";

const HOUR = "interval '1 hour'";

/** A report's place in the table: equal questions have equal ones. */
export function questionOf(query: ReportPeriod): string {
  return sha256(canonicalJson(query));
}

// Versions only ever grow, and in the transaction of the change: equal sums mean that nothing has changed.
const STAMP = `(SELECT coalesce(sum(h.version), 0)::text FROM attribution_hour h
    WHERE h."workspaceId" = $1 AND ($2::boolean
      OR h.hour > $3::timestamptz - ${HOUR} AND h.hour < $4::timestamptz))
  || '.' || (SELECT coalesce(sum(a.version), 0)::text FROM attribution_aside a
    WHERE a."workspaceId" = $1 AND a.name = ANY($5::text[]))`;

const storedRow = z.object({
  now: z.string(),
  stamp: z.string().nullable(),
  result: z.string().nullable(),
  addedUpAt: z.date().nullable(),
  tookMs: z.number().nullable(),
  usedAt: z.date().nullable(),
});

/** What is stored of a question, and the stamp that it must have to be of this moment. */
export async function findStored<Query extends ReportPeriod>(
  sql: Sql,
  workspaceId: string,
  report: Pick<KeptReport<Query, unknown>, "kind" | "dependsOn">,
  query: Query,
) {
  const { asides, isWide } = report.dependsOn(query);
  const [row] = await sql.query(
    `SELECT n.stamp AS now, r.stamp, r.result, r."addedUpAt", r."tookMs", r."usedAt"
     FROM (SELECT ${STAMP} AS stamp) n LEFT JOIN attribution_report r
       ON r."workspaceId" = $1 AND r.kind = $6 AND r.question = $7`,
    [workspaceId, isWide, ...periodInstants(query), asides, report.kind, questionOf(query)],
  );
  return storedRow.parse(row);
}

/** A longer answer, such as one with a row per click, is worked out whenever somebody asks. */
const MOST_KEPT_CHARACTERS = 4_000_000;

/** Stores a result with the stamp from before it was worked out: what came in meanwhile makes it void. */
export async function store(
  sql: Sql,
  workspaceId: string,
  kind: string,
  query: ReportPeriod,
  one: { stamp: string; result: unknown; tookMs: number },
): Promise<void> {
  const result = JSON.stringify(one.result);
  if (result.length > MOST_KEPT_CHARACTERS) return;
  await sql.query(
    `INSERT INTO attribution_report AS r ("workspaceId", kind, question, query, stamp, result, "addedUpAt",
       "tookMs", "usedAt")
     VALUES ($1, $2, $3, $4::text::jsonb, $5, $6, $7::timestamptz, $8, $7::timestamptz)
     ON CONFLICT ("workspaceId", kind, question) DO UPDATE SET stamp = EXCLUDED.stamp,
       result = EXCLUDED.result, "addedUpAt" = EXCLUDED."addedUpAt", "tookMs" = EXCLUDED."tookMs"`,
    [
      ...[workspaceId, kind, questionOf(query), JSON.stringify(query), one.stamp],
      ...[result, new Date(now()).toISOString(), Math.round(one.tookMs)],
    ],
  );
}

/** Notes that somebody looked at a report. */
export async function touch(
  sql: Sql,
  workspaceId: string,
  kind: string,
  query: ReportPeriod,
): Promise<void> {
  await sql.query(
    `UPDATE attribution_report SET "usedAt" = $4::timestamptz
     WHERE "workspaceId" = $1 AND kind = $2 AND question = $3`,
    [workspaceId, kind, questionOf(query), new Date(now()).toISOString()],
  );
}
