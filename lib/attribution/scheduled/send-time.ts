import { addDays, localDate } from "#lib/attribution/period.ts";
import { zoneInstant } from "#lib/zone-clock.ts";

/** When a report is mailed, by the clocks of a time zone. */
export interface SendTime {
  rhythm: "weekly" | "monthly";
  /** 1 (Monday) to 7 of a week, 1 to 28 of a month. */
  day: number;
  hour: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const weekday = (date: string) => ((new Date(date).getUTCDay() + 6) % 7) + 1;

function isDay({ rhythm, day }: SendTime, date: string): boolean {
  return rhythm === "weekly" ? weekday(date) === day : Number(date.slice(8)) === day;
}

/**
 * The first time after `at` (ms) at which it is due. An hour that the clocks jump over is the one after;
 * one that comes twice counts once, the first time.
 */
export function nextSend(time: SendTime, timezone: string, at: number): number {
  // 33 dates hold every weekday and every day of a month; the day before is tried for zones' edges.
  let date = addDays(localDate(at, timezone), -1);
  for (let tried = 0; tried < 34; tried++, date = addDays(date, 1)) {
    if (!isDay(time, date)) continue;
    const due = zoneInstant(Date.parse(`${date}T00:00:00Z`) + time.hour * HOUR_MS, timezone);
    if (due > at) return due;
  }
  return at + 7 * DAY_MS;
}

/** The last time that is due at `at` or before, from one that is: what was missed is sent once. */
export function lastDue(time: SendTime, timezone: string, due: number, at: number): number {
  let last = due;
  for (let next = nextSend(time, timezone, last); next <= at; ) {
    last = next;
    next = nextSend(time, timezone, last);
  }
  return last;
}

/** The dates that a report of that time is of: the seven before its own, or the calendar month before. */
export function periodBefore(rhythm: SendTime["rhythm"], timezone: string, due: number) {
  const today = localDate(due, timezone);
  if (rhythm === "weekly") return { from: addDays(today, -7), to: addDays(today, -1), timezone };
  const to = addDays(`${today.slice(0, 7)}-01`, -1);
  return { from: `${to.slice(0, 7)}-01`, to, timezone };
}
