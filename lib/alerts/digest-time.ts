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
  const offset = offsetAt(at, timezone);
  if (delivery === "hourly") return (Math.floor((at + offset) / HOUR_MS) + 1) * HOUR_MS - offset;
  const today = Math.floor((at + offset) / DAY_MS) * DAY_MS;
  for (const day of [today, today + DAY_MS]) {
    const due = instantOf(day + digestHour * HOUR_MS, timezone);
    if (due > at) return due;
  }
  return instantOf(today + 2 * DAY_MS + digestHour * HOUR_MS, timezone);
}

/** The instant at which a zone's clocks show `local` (ms as if it were UTC). */
function instantOf(local: number, timezone: string): number {
  // Of the offsets before and after a change of the clocks the larger one gives the earlier instant.
  const offsets = [local - DAY_MS / 2, local + DAY_MS / 2].map((each) => offsetAt(each, timezone));
  const found = offsets
    .map((offset) => local - offset)
    .filter((instant) => instant + offsetAt(instant, timezone) === local);
  return found.length > 0 ? Math.min(...found) : local - Math.min(...offsets);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clocks are ahead of UTC at an instant, in ms. */
function offsetAt(at: number, timezone: string): number {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: timezone,
      calendar: "gregory",
      numberingSystem: "latn",
      dateStyle: "short",
      timeStyle: "medium",
    });
    formats.set(timezone, format);
  }
  const shown = Date.parse(`${format.format(at).replace(" ", "T")}Z`);
  return shown - Math.floor(at / 1000) * 1000;
}
