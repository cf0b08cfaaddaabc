import type { Device } from "./devices.ts";
import type { Random } from "./random.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// Visits by local hour, 0 to 23.
const AT_WORK = [0, 0, 0, 0, 0, 0, 1, 3, 8, 12, 13, 11, 6, 9, 12, 11, 9, 6, 3, 2, 1, 1, 1, 0];
const PRIVATE = [1, 0, 0, 0, 0, 1, 3, 6, 6, 4, 4, 4, 6, 4, 4, 4, 4, 6, 7, 9, 11, 10, 7, 3];
const HOURS: [number, ...number[]] = [0, ...Array.from({ length: 23 }, (_, hour) => hour + 1)];

/**
 * A believable local time for a visit, not before `earliest`: office hours on working days for a
 * work device, evenings and weekends too for the others. `offset` is hours from UTC.
 */
export function visitTime(
  random: Random,
  earliest: number,
  offset: number,
  kind: Device["kind"],
): number {
  const weights = kind === "work" ? AT_WORK : PRIVATE;
  const weekend = kind === "work" ? 0.06 : 0.7;
  let day = Math.floor((earliest + offset * HOUR) / DAY);
  for (let tries = 0; tries < 12; tries++, day++) {
    // 1 January 1970, day 0, was a Thursday.
    const isWeekend = (day + 4) % 7 === 0 || (day + 4) % 7 === 6;
    if (isWeekend && !random.chance(weekend)) continue;
    const hour = random.weighted(HOURS, (candidate) => weights[candidate] ?? 0);
    const at = Math.floor(day * DAY + (hour + random.next()) * HOUR - offset * HOUR);
    if (at >= earliest) return at;
  }
  return Math.ceil(earliest);
}
