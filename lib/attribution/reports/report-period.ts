import { z } from "zod";
import { addDays, periodOf, startOfDate } from "#lib/attribution/period.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";

/** Local dates of a time zone, both included: the part of a report's query that every report has. */
export type ReportPeriod = Pick<AttributionQuery, "from" | "to" | "timezone">;

/** A period as it is stored beside what was worked out for it. */
export const periodSchema = z.object({ from: z.string(), to: z.string(), timezone: z.string() });

/** The period as two instants for SQL: the first belongs to it, the second does not. */
export function periodInstants({ from, to, timezone }: ReportPeriod): [string, string] {
  const { start, end } = periodOf(from, to, timezone);
  return [new Date(start).toISOString(), new Date(end).toISOString()];
}

/** Neighbouring local dates, or a part of one, as instants for SQL: where each begins and where the last ends. */
export interface Stretch {
  dates: readonly string[];
  starts: readonly string[];
  end: string;
}

/** Whole dates of a time zone. */
export function stretchOf(dates: readonly string[], timezone: string): Stretch {
  const starts = dates.map((date) => new Date(startOfDate(date, timezone)).toISOString());
  const after = addDays(dates.at(-1) ?? "1970-01-01", 1);
  return { dates, starts, end: new Date(startOfDate(after, timezone)).toISOString() };
}
