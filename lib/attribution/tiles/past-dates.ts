import { addDays, localDate } from "#lib/attribution/period.ts";
import type { ReportPeriod } from "#lib/attribution/reports/report-period.ts";
import { now } from "#lib/clock.ts";

/** Fewer dates are read as soon as they are found. */
const WORTH_KEEPING = 7;

/**
 * A period cut at the start of today: what was added up of the dates before seldom changes, and is kept once more
 * as one. Null for a part that has no dates, or too few to be kept.
 */
export function cutAtToday<T extends ReportPeriod>(query: T): { past: T | null; rest: T | null } {
  const { from, to, timezone } = query;
  const today = localDate(now(), timezone);
  const last = to < today ? to : addDays(today, -1);
  if (last < addDays(from, WORTH_KEEPING - 1)) return { past: null, rest: query };
  return {
    past: { ...query, to: last },
    rest: last < to ? { ...query, from: addDays(last, 1) } : null,
  };
}
