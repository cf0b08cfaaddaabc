import { datesOf, localDate, periodOf } from "#lib/attribution/period.ts";
import { now } from "#lib/clock.ts";

const HOUR_MS = 3_600_000;

/** A stretch of time that is added up as one: a local date, or an hour of today. */
export interface Span {
  /** `2026-11-21`, or `2026-11-21T03` for its fourth hour. */
  id: string;
  /** The local date that it belongs to. */
  date: string;
  /** ms; `start` belongs to it, `end` does not. */
  start: number;
  end: number;
}

/**
 * The spans of a period, in order. Today, where most events arrive, is cut into hours, so that a new one
 * makes little of what was added up worthless.
 */
export function spansOf(from: string, to: string, timezone: string): Span[] {
  const today = localDate(now(), timezone);
  const spans: Span[] = [];
  for (const date of datesOf({ from, to })) {
    const { start, end } = periodOf(date, date, timezone);
    if (date !== today) {
      spans.push({ id: date, date, start, end });
      continue;
    }
    for (let hour = 0; start + hour * HOUR_MS < end; hour++) {
      const id = `${date}T${String(hour).padStart(2, "0")}`;
      const from = start + hour * HOUR_MS;
      spans.push({ id, date, start: from, end: Math.min(from + HOUR_MS, end) });
    }
  }
  return spans;
}
