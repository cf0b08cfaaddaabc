import { z } from "zod";
import {
  type AttributionQuery,
  attributionParams,
  parseAttributionQuery,
} from "#lib/attribution/search-params.ts";
import { FoyerError } from "#lib/errors.ts";
import { REPORT_NAMES, REPORTS, type ReportName } from "./reports.ts";

/** A report with its parameters as they stand in a URL. */
export const reportRequest = z.object({
  report: z.enum(REPORT_NAMES),
  params: z.record(z.string().max(64), z.string().max(2_000)),
});

export type ReportRequest = z.output<typeof reportRequest>;

const DATES = ["from", "to", "timezone"];

/**
 * Keys that may say who somebody is: a click id is one person's click, the host of a referrer may be the
 * intranet of the company that looked.
 */
const UNSHARED: readonly string[] = ["click_id", "referrer"];

/** The parameters that the report has, of all that stand in a URL. Throws `invalid_request` for what is not handed on. */
function ownParams({ report, params }: ReportRequest): Record<string, string> {
  const known: readonly string[] = REPORTS[report].params ?? Object.keys(attributionParams.shape);
  const own = Object.entries(params).filter(([name]) => known.includes(name));
  if (own.some(([name, value]) => name !== "start" && UNSHARED.includes(value))) {
    throw new FoyerError(
      "invalid_request",
      "Click ids and referrers may say who somebody is. Choose another dimension.",
    );
  }
  return Object.fromEntries(own);
}

/** The parameters with nothing left to defaults, so that a link shows the same dates tomorrow. */
export function frozenParams(request: ReportRequest, timezone: string): Record<string, string> {
  const own = ownParams(request);
  const dates = Object.fromEntries(
    Object.entries(request.params).filter(([name]) => DATES.includes(name)),
  );
  const { from, to, timezone: zone } = parseAttributionQuery({ ...own, ...dates }, timezone);
  return { ...own, from, to, timezone: zone };
}

/** The parameters without their dates, which each sending has its own of. */
export function undatedParams(request: ReportRequest, timezone: string): Record<string, string> {
  const own = Object.entries(ownParams(request)).filter(([name]) => !DATES.includes(name));
  const params = Object.fromEntries(own);
  parseAttributionQuery(params, timezone);
  return params;
}

/** What kept parameters ask for. Throws `invalid_request` when a later version takes them no more. */
export function queryOf(params: Record<string, string>, timezone: string): AttributionQuery {
  return parseAttributionQuery(params, timezone);
}

/** The path of the report with these parameters, below the workspace. */
export function reportPath(report: ReportName, params: Record<string, string>): string {
  const [path = "", own] = REPORTS[report].path.split("?");
  const all = new URLSearchParams([...new URLSearchParams(own), ...Object.entries(params)]);
  return `/attribution${path}${all.size > 0 ? `?${all}` : ""}`;
}
