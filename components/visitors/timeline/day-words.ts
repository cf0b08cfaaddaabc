import { dateFormat, dayOf, formatDate } from "#lib/format.ts";

/** "Today", "Yesterday", else "Mon, May 4, 2026". Without a current time always the date. */
export function dayWords(at: string, timeZone: string, now: number | null): string {
  const day = dayOf(at, timeZone);
  if (now !== null && day === dayOf(now, timeZone)) return "Today";
  if (now !== null && day === dayOf(now - 86_400_000, timeZone)) return "Yesterday";
  const weekday = dateFormat("en", { weekday: "short", timeZone }).format(new Date(at));
  return `${weekday}, ${formatDate(at, timeZone)}`;
}

/** 19:07 in a zone. */
export function clockTime(at: string, timeZone: string): string {
  return dateFormat("en", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(new Date(at));
}
