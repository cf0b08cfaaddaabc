const HALF_DAY_MS = 12 * 3_600_000;

/**
 * The instant at which a zone's clocks show `local` (ms as if it were UTC). Where the clocks jump over that
 * time it is the same time by the offset before the jump; where it comes twice, the first.
 */
export function zoneInstant(local: number, timezone: string): number {
  // Of the offsets before and after a change of the clocks the larger one gives the earlier instant.
  const offsets = [local - HALF_DAY_MS, local + HALF_DAY_MS].map((at) => zoneOffset(at, timezone));
  const found = offsets
    .map((offset) => local - offset)
    .filter((instant) => instant + zoneOffset(instant, timezone) === local);
  return found.length > 0 ? Math.min(...found) : local - Math.min(...offsets);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clocks are ahead of UTC at an instant, in ms. */
export function zoneOffset(at: number, timezone: string): number {
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
