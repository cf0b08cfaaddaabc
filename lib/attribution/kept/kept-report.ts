import type { z } from "zod";
import type { ReportPeriod } from "#lib/attribution/reports/report-period.ts";
import type { Sql } from "#lib/db/sql.ts";

/** What a report may depend on beside sessions and conversions; `attribution_aside` has a version of each. */
export type Aside = "people" | "outcomes" | "results" | "pages";

/** What makes an answer void when it changes. */
export interface Dependence {
  asides: readonly Aside[];
  /** True when sessions or conversions outside the period count too. */
  isWide: boolean;
}

/** A report that does not add up over dates, or reads too many rows to: it is worked out once and kept. */
export interface KeptReport<Query extends ReportPeriod, Result> {
  kind: string;
  dependsOn(query: Query): Dependence;
  /** True when it is made of sums that are kept and checked themselves; it reads them as others do. */
  isOfSums?: boolean;
  query: z.ZodType<Query>;
  /** Plain JSON: what is stored is what is read. */
  result: z.ZodType<Result>;
  /**
   * In steps that take a few seconds at most, however much there is. What the same work answers beside the
   * query is handed to `alsoAnswers`.
   */
  sum(
    sql: Sql,
    workspaceId: string,
    query: Query,
    alsoAnswers?: (query: Query, result: Result) => void,
  ): Promise<Result>;
}

/** A page passes one to say that it may be shown numbers that are a little older than now. */
export interface Freshness {
  /** When what is shown was worked out (ms), if something has come in since; null for now. */
  asOf: number | null;
}

export function freshness(): Freshness {
  return { asOf: null };
}
