const WINTER = Date.UTC(2026, 0, 15, 12);
const SUMMER = Date.UTC(2026, 6, 15, 12);

/** What `Intl.Locale` knows beyond TypeScript's own description of it. */
type LocaleWithZones = Intl.Locale & { getTimeZones?: () => string[] | undefined };

/** The time zones of a country by its two-letter code; empty where it is unknown. */
function zonesOf(countryCode: string): string[] {
  if (!/^[A-Za-z]{2}$/.test(countryCode)) return [];
  const locale: LocaleWithZones = new Intl.Locale(`und-${countryCode}`);
  return locale.getTimeZones?.() ?? [];
}

/** The local hours of a zone in winter and in summer; null for what is no zone. */
function clockOf(timeZone: string): string | null {
  try {
    const format = new Intl.DateTimeFormat("en", {
      timeZone,
      timeStyle: "short",
      dateStyle: "short",
    });
    return `${format.format(WINTER)} ${format.format(SUMMER)}`;
  } catch {
    return null; // RangeError: the sender's word for a zone is not one.
  }
}

/**
 * True where clocks of the zone go as they do somewhere in the country (zones have several names, so
 * the clocks are compared); null where either is unknown.
 */
export function isZoneOf(timeZone: string, countryCode: string): boolean | null {
  const clock = clockOf(timeZone);
  const zones = zonesOf(countryCode);
  return clock === null || zones.length === 0
    ? null
    : zones.some((zone) => clockOf(zone) === clock);
}
