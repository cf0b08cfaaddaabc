import type { ReportFile } from "#lib/attribution/reports/report-csv.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";

/** The file of a report's table; every parameter is written out, so that it holds what the page shows. */
export function csvHref(path: string, file: ReportFile, query: AttributionQuery): string {
  const { lookbackDays, ...texts } = query;
  const params = new URLSearchParams({ ...texts, lookbackDays: String(lookbackDays) });
  return `${path}/csv/${file}?${params}`;
}
