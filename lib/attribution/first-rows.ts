import { z } from "zod";
import { firstOf } from "./first-of.ts";
import { type AttributionReport, getAttribution } from "./report.ts";
import { reportSchema } from "./report-schema.ts";
import { CREDIT_REPORT } from "./reports/credit.ts";

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

const first = firstOf<FirstRows>({
  kind: "first-rows",
  dependsOn: CREDIT_REPORT.dependsOn,
  result: firstRows,
  read: async (...asked) => cutRows(await getAttribution(...asked)),
});

export const FIRST_ROWS_REPORT = first.report;

/** What a page draws of a report: its first rows and the rest as one. It is kept where there are very many. */
export const getFirstRows = first.get;
