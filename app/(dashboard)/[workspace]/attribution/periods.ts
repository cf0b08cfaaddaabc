import type { PeriodPreset } from "#components/attribution/period-control.tsx";
import { addDays } from "#lib/attribution/period.ts";

/** The ready-made periods as of a local date. */
export function periodPresets(today: string): PeriodPreset[] {
  const month = startOfMonth(today);
  const quarter = startOfQuarter(today);
  const year = `${today.slice(0, 4)}-01-01`;
  const whole = (label: string, from: string, after: string) => ({
    ...{ label, from, to: addDays(after, -1), isDefault: false },
  });
  const upToNow = (label: string, from: string) => ({ label, from, to: today, isDefault: false });
  return [
    upToNow("Today", today),
    upToNow("Last 7 days", addDays(today, -6)),
    { ...upToNow("Last 30 days", addDays(today, -29)), isDefault: true },
    upToNow("Last 90 days", addDays(today, -89)),
    upToNow("This month", month),
    whole("Last month", startOfMonth(addDays(month, -1)), month),
    upToNow("This quarter", quarter),
    whole("Last quarter", startOfQuarter(addDays(quarter, -1)), quarter),
    upToNow("This year", year),
    whole("Last year", `${addDays(year, -1).slice(0, 4)}-01-01`, year),
  ];
}

function startOfMonth(date: string): string {
  return `${date.slice(0, 7)}-01`;
}

function startOfQuarter(date: string): string {
  const month = Number(date.slice(5, 7));
  const first = month - ((month - 1) % 3);
  return `${date.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
}

const LOCALE = "en";
const short = new Intl.DateTimeFormat(LOCALE, { month: "short", day: "numeric", timeZone: "UTC" });
const long = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeZone: "UTC" });

/** "Oct 22 – Nov 20, 2026"; both years where they differ, one date for one day. */
export function periodWords(from: string, to: string): string {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  if (from === to) return long.format(last);
  const start = from.slice(0, 4) === to.slice(0, 4) ? short : long;
  return `${start.format(first)} – ${long.format(last)}`;
}

export function daysWords(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
