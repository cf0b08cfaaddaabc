import { formatDate } from "#lib/format.ts";

const DAY_MS = 86_400_000;

/** How many days from `today` to a day; negative for the past. Both as 2026-05-04. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
}

/** "Today", "Tomorrow", "3 days late", else the date. */
export function dueWords(day: string, today: string): string {
  const days = daysUntil(day, today);
  if (days === 0) return "Today";
  if (days === 1) return "Tomorrow";
  if (days === -1) return "1 day late";
  if (days < 0) return `${-days} days late`;
  return formatDate(day);
}
