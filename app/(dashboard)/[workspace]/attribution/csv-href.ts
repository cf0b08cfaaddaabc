import type { Dates } from "#lib/attribution/comparison.ts";
import type { ReportFile } from "#lib/attribution/reports/report-csv.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { queryParams } from "./report-links.ts";

/** The file of a report's table: it holds what the page shows. */
export function csvHref(
  path: string,
  file: ReportFile | "credit" | "models" | "journeys",
  query: AttributionQuery,
  compared: Dates | null = null,
): string {
  const params = queryParams(query);
  if (compared) {
    params.set("compare", "custom");
    params.set("compareFrom", compared.from);
    params.set("compareTo", compared.to);
  }
  return `${path}/csv/${file}?${params}`;
}
