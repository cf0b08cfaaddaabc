import type { PeriodPreset } from "#components/attribution/period-control.tsx";
import { addDays } from "#lib/attribution/period.ts";

/** The ready-made periods as of a local date. */
export function periodPresets(today: string): PeriodPreset[] {
  const monthStart = `${today.slice(0, 7)}-01`;
  const lastMonthEnd = addDays(monthStart, -1);
  return [
    { label: "Last 7 days", from: addDays(today, -6), to: today, isDefault: false },
    { label: "Last 30 days", from: addDays(today, -29), to: today, isDefault: true },
    { label: "Last 90 days", from: addDays(today, -89), to: today, isDefault: false },
    { label: "This month", from: monthStart, to: today, isDefault: false },
    {
      label: "Last month",
      from: `${lastMonthEnd.slice(0, 7)}-01`,
      to: lastMonthEnd,
      isDefault: false,
    },
  ];
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
