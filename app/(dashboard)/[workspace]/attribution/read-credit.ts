import { compareReports, type Dates, earlierQuery } from "#lib/attribution/comparison.ts";
import type { Freshness } from "#lib/attribution/kept/kept-report.ts";
import { getAttribution, getCreditOverTime } from "#lib/attribution/report.ts";
import { joinKeys } from "#lib/attribution/row-key.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { MAX_KEYS } from "./credit-series.ts";

/** The report with its chart, of a query. */
async function readOne(
  workspaceId: string,
  query: AttributionQuery,
  series: number,
  freshness?: Freshness,
) {
  const report = await getAttribution(workspaceId, query, freshness);
  const drawn = report.rows
    .slice(0, series)
    .map(({ key, secondKey = null }) => joinKeys(query, key, secondKey));
  return {
    report,
    overTime: await getCreditOverTime(workspaceId, query, drawn, freshness),
  };
}

/**
 * What the page of credit shows: the report, and beside it that of an earlier period. Whoever passes a
 * `freshness` may be given what was read a little earlier.
 */
export async function readCredit(
  workspaceId: string,
  query: AttributionQuery,
  compared: Dates | null,
  freshness?: Freshness,
) {
  const [{ report, overTime }, earlier] = await Promise.all([
    readOne(workspaceId, query, MAX_KEYS, freshness),
    // The earlier period is one line: no key of it is drawn by itself.
    compared && readOne(workspaceId, earlierQuery(query, compared), 0, freshness),
  ]);
  return {
    report,
    overTime,
    rows: earlier ? compareReports(report, earlier.report) : report.rows,
    total: earlier ? { ...report.total, before: earlier.report.total } : report.total,
    earlierOverTime: earlier?.overTime ?? [],
  };
}
