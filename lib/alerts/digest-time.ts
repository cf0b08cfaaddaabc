import { zoneInstant, zoneOffset } from "#lib/zone-clock.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Which rhythm a rule speaks in; `hour` is that of the daily one, in the time zone. */
export interface Rhythm {
  delivery: "instant" | "hourly" | "daily";
  digestHour: number;
  timezone: string;
}

/**
 * When the digest that takes in something of `at` (ms) is due: the next full hour of the zone's clocks,
 * or the next time they show the chosen hour. Where the clocks jump over that hour it is the one after;
 * where it comes twice, the first. Null for a rule that speaks at once.
 */
export function nextDigest({ delivery, digestHour, timezone }: Rhythm, at: number): number | null {
  if (delivery === "instant") return null;
  const offset = zoneOffset(at, timezone);
  if (delivery === "hourly") return (Math.floor((at + offset) / HOUR_MS) + 1) * HOUR_MS - offset;
  const today = Math.floor((at + offset) / DAY_MS) * DAY_MS;
  for (const day of [today, today + DAY_MS]) {
    const due = zoneInstant(day + digestHour * HOUR_MS, timezone);
    if (due > at) return due;
  }
  return zoneInstant(today + 2 * DAY_MS + digestHour * HOUR_MS, timezone);
}
