import { z } from "zod";
import { addDays } from "./period.ts";
import type { AttributionNumbers, AttributionReport, AttributionRow } from "./report.ts";
import { type AttributionQuery, dateParam } from "./search-params.ts";

const KINDS = ["previous", "year", "custom"] as const;

/** Which earlier period a report is held against, as it stands in a URL. */
export const comparisonParams = z.object({
  compare: z.enum(KINDS, { error: `must be one of ${KINDS.join(", ")}` }).optional(),
  compareFrom: dateParam.optional(),
  compareTo: dateParam.optional(),
});

export type ComparisonParams = z.output<typeof comparisonParams>;

/** Local dates, both included. */
export interface Dates {
  from: string;
  to: string;
}

/** The same day of the year before; of 29 February the day before it. */
function yearBefore(date: string): string {
  const same = `${String(Number(date.slice(0, 4)) - 1).padStart(4, "0")}${date.slice(4)}`;
  return same.endsWith("-02-29") ? `${same.slice(0, 8)}28` : same;
}

/** The dates to compare with: as many days right before, the same dates of the year before, or one's own. */
export function comparedDates({ from, to }: Dates, params: ComparisonParams): Dates | null {
  const { compare, compareFrom, compareTo } = params;
  if (compare === undefined) return null;
  if (compare === "year") return { from: yearBefore(from), to: yearBefore(to) };
  if (compare === "custom" && compareFrom && compareTo && compareFrom <= compareTo) {
    return { from: compareFrom, to: compareTo };
  }
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** The same question about an earlier period. */
export function earlierQuery(query: AttributionQuery, dates: Dates): AttributionQuery {
  return { ...query, ...dates };
}

/** A row beside what it was in the earlier period. */
export interface ComparedRow extends AttributionRow {
  before: AttributionNumbers;
}

const NOTHING: AttributionNumbers = {
  ...{ sessions: 0, visitors: 0, conversions: 0, credit: 0, value: null },
};

/**
 * The rows of a report with what they were before, in its order; then those that were only before. Money
 * in another currency than now is not compared.
 */
export function compareReports(now: AttributionReport, then: AttributionReport): ComparedRow[] {
  const name = ({ key, secondKey = null }: AttributionRow) => JSON.stringify([key, secondKey]);
  const before = new Map(then.rows.map((row) => [name(row), row]));
  const worth = (numbers: AttributionNumbers): AttributionNumbers => ({
    ...numbers,
    value: then.currency === now.currency ? numbers.value : null,
  });
  const rows = now.rows.map((row) => ({ ...row, before: worth(before.get(name(row)) ?? NOTHING) }));
  for (const row of now.rows) before.delete(name(row));
  const gone = [...before.values()].map((row) => {
    const { key, secondKey } = row;
    const value = now.currency === null ? null : 0;
    return {
      ...{ key, ...(secondKey !== undefined && { secondKey }), ...NOTHING, value },
      before: worth(row),
    };
  });
  return [...rows, ...gone];
}

/** How much a number changed; the share of what it was is null where it was nothing. */
export function changeOf(now: number, before: number): { by: number; share: number | null } {
  return { by: now - before, share: before === 0 ? null : (now - before) / before };
}
