import { compareReports, type Dates, earlierQuery } from "#lib/attribution/comparison.ts";
import { getFirstDates } from "#lib/attribution/first-dates.ts";
import { getFirstRows, type RestRows } from "#lib/attribution/first-rows.ts";
import type { Freshness } from "#lib/attribution/kept/kept-report.ts";
import {
  type AttributionReport,
  type AttributionRow,
  getAttribution,
} from "#lib/attribution/report.ts";
import { joinedKeys } from "#lib/attribution/row-key.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { MAX_KEYS } from "./credit-series.ts";

/** The report of a query: its first rows where no other has to be looked up in it. */
async function readRows(
  workspaceId: string,
  query: AttributionQuery,
  isCompared: boolean,
  freshness?: Freshness,
): Promise<AttributionReport & { rest: RestRows | null }> {
  return isCompared
    ? { ...(await getAttribution(workspaceId, query, freshness)), rest: null }
    : getFirstRows(workspaceId, query, freshness);
}

/** Its credit over time by the keys of the first rows. */
async function readDates(
  workspaceId: string,
  query: AttributionQuery,
  rows: readonly AttributionRow[],
  freshness?: Freshness,
) {
  return getFirstDates(workspaceId, query, joinedKeys(query, rows), freshness);
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
  const before = compared && earlierQuery(query, compared);
  const [report, earlier] = await Promise.all([
    readRows(workspaceId, query, compared !== null, freshness),
    before && readRows(workspaceId, before, true, freshness),
  ]);
  const [overTime, earlierOverTime] = await Promise.all([
    readDates(workspaceId, query, report.rows.slice(0, MAX_KEYS), freshness),
    // The earlier period is one line: no key of it is drawn by itself.
    before ? readDates(workspaceId, before, [], freshness) : [],
  ]);
  return {
    report,
    overTime,
    rows: earlier ? compareReports(report, earlier) : report.rows,
    total: earlier ? { ...report.total, before: earlier.total } : report.total,
    earlierOverTime,
  };
}
