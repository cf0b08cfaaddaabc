import { FoyerError } from "#lib/errors.ts";

const DAY_MS = 24 * 3_600_000;
// Zones reach from UTC−12 to UTC+14, so a local midnight lies between these two around UTC's.
const WEST_MS = 13 * 3_600_000;
const EAST_MS = 15 * 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(timezone: string): Intl.DateTimeFormat {
  let format = formats.get(timezone);
  if (!format) {
    // The Swedish locale writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: timezone,
      calendar: "gregory",
      numberingSystem: "latn",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formats.set(timezone, format);
  }
  return format;
}

/** True for a time zone name that this machine knows, such as `Europe/Lisbon`. */
export function isTimezone(name: string): boolean {
  try {
    return dateFormat(name) !== undefined;
  } catch {
    return false;
  }
}

/** The local date (`YYYY-MM-DD`) of an instant in ms. */
export function localDate(at: number, timezone: string): string {
  return dateFormat(timezone).format(at);
}

/** The date some days after (or before) another. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The local dates from one to another, both included, in order. */
export function datesOf({ from, to }: { from: string; to: string }): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

const knownStarts = new Map<string, number>();
const MOST_KNOWN = 50_000;

/**
 * The instant (ms) at which a local date begins: 00:00, or where the clock jumps over midnight the
 * first moment after it. Remembered: looking for it takes a hundred calls of Intl.
 */
export function startOfDate(date: string, timezone: string): number {
  const name = `${timezone} ${date}`;
  const known = knownStarts.get(name);
  if (known !== undefined) return known;
  if (knownStarts.size > MOST_KNOWN) knownStarts.clear();
  const start = findStart(date, timezone);
  knownStarts.set(name, start);
  return start;
}

/** Found by halving, which needs no table of offsets. */
function findStart(date: string, timezone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  let [before, after] = [midnight - EAST_MS, midnight + WEST_MS];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localDate(middle, timezone) < date) before = middle;
    else after = middle;
  }
  return after;
}

/** A span of time, ms: `start` belongs to it, `end` does not. */
export interface Period {
  start: number;
  end: number;
}

/**
 * The period of the local dates from … to, both included; days of 23 and 25 hours are whole days.
 * Throws `invalid_request` when `from` is after `to`.
 */
export function periodOf(from: string, to: string, timezone: string): Period {
  if (from > to) {
    throw new FoyerError("invalid_request", `"from" (${from}) must not be after "to" (${to}).`);
  }
  return { start: startOfDate(from, timezone), end: startOfDate(addDays(to, 1), timezone) };
}
