import { z } from "zod";
import type { Freshness, KeptReport } from "./kept/kept-report.ts";
import { readKept } from "./kept/read-kept.ts";
import { hasManyKeys } from "./many-keys.ts";
import { type AttributionReport, getAttribution } from "./report.ts";
import { reportSchema } from "./report-schema.ts";
import { CREDIT_REPORT } from "./reports/credit.ts";
import { type CreditQuery, creditQuery } from "./reports/credit-query.ts";
import type { AttributionQuery } from "./search-params.ts";

/** More rows make a page that no browser likes; the API has them all. */
export const MOST_ROWS = 1_000;

/** The rows beyond the first together. Visitors and conversions of several keys overlap: they do not add up. */
const restSchema = z.object({
  count: z.number(),
  /** Rows with credit. */
  credited: z.number(),
  sessions: z.number(),
  credit: z.number(),
  value: z.number(),
});

export type RestRows = z.output<typeof restSchema>;

const firstRows = reportSchema.extend({ rest: restSchema.nullable() });

type FirstRows = z.output<typeof firstRows>;

/** Rows as one, beside others that are already one. */
export function sumRows(rows: AttributionReport["rows"], beside: RestRows | null = null): RestRows {
  const sum = { ...(beside ?? { count: 0, credited: 0, sessions: 0, credit: 0, value: 0 }) };
  for (const { sessions, credit, value } of rows) {
    sum.count++;
    sum.sessions += sessions;
    sum.credit += credit;
    sum.value += value ?? 0;
    if (credit > 0) sum.credited++;
  }
  return sum;
}

/** The first rows of a report, and the rest as one. */
export function cutRows({ rows, ...report }: AttributionReport): FirstRows {
  const rest = rows.slice(MOST_ROWS);
  return {
    ...{ ...report, rows: rows.slice(0, MOST_ROWS) },
    rest: rest.length > 0 ? sumRows(rest) : null,
  };
}

export const FIRST_ROWS_REPORT: KeptReport<CreditQuery, FirstRows> = {
  kind: "first-rows",
  dependsOn: CREDIT_REPORT.dependsOn,
  isOfSums: true,
  query: creditQuery,
  result: firstRows,
  async sum(_sql, workspaceId, query) {
    return cutRows(await getAttribution(workspaceId, query));
  },
};

/** What a page draws of a report: its first rows and the rest as one. It is kept where there are very many. */
export async function getFirstRows(
  workspaceId: string,
  query: AttributionQuery,
  freshness?: Freshness,
): Promise<FirstRows> {
  return hasManyKeys(query)
    ? readKept(FIRST_ROWS_REPORT, workspaceId, creditQuery.parse(query), freshness)
    : cutRows(await getAttribution(workspaceId, query, freshness));
}
