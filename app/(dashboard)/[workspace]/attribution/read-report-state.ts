import { z } from "zod";
import { type ComparisonParams, comparisonParams } from "#lib/attribution/comparison.ts";
import { type AttributionQuery, parseAttributionQuery } from "#lib/attribution/search-params.ts";
import { FoyerError, isFoyerError } from "#lib/errors.ts";
import type { UrlState } from "#lib/search-state.ts";

const viewParams = z.object({
  view: z.enum(["credit", "models"], { error: "must be credit or models" }).default("credit"),
  rows: z.enum(["top", "all"], { error: "must be top or all" }).default("top"),
});

export type ReportView = z.output<typeof viewParams>;

/** What a URL asks for, or what is wrong with it, in words. */
export type Read<T> = { state: T; problem?: never } | { state?: never; problem: string };

/** Runs a reader of untrusted parameters: an `invalid_request` becomes words for the page. */
export function readOrProblem<T>(read: () => T): Read<T> {
  try {
    return { state: read() };
  } catch (error) {
    if (isFoyerError(error) && error.code === "invalid_request") return { problem: error.message };
    throw error;
  }
}

/** The report that a URL asks for. */
export function readReportState(
  raw: UrlState,
  timezone: string,
): Read<{ query: AttributionQuery; view: ReportView; compare: ComparisonParams }> {
  return readOrProblem(() => {
    const query = parseAttributionQuery(raw, timezone);
    return { query, view: readParams(viewParams, raw), compare: readParams(comparisonParams, raw) };
  });
}

/** Parameters of a URL; what is wrong with them is an `invalid_request` in words. */
export function readParams<T>(schema: z.ZodType<T>, raw: UrlState): T {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const problems = result.error.issues.map((each) => `"${each.path.join(".")}" ${each.message}`);
  throw new FoyerError("invalid_request", `${problems.join("; ")}.`);
}
