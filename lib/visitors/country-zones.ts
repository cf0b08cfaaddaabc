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

const clocksByCountry = new Map<string, ReadonlySet<string>>();

/** What clocks show anywhere in a country. Kept: a country has up to thirty zones, each slow to ask. */
function clocksOf(countryCode: string): ReadonlySet<string> {
  const known = clocksByCountry.get(countryCode);
  if (known) return known;
  const clocks = new Set(zonesOf(countryCode).flatMap((zone) => clockOf(zone) ?? []));
  if (clocks.size > 0) clocksByCountry.set(countryCode, clocks);
  return clocks;
}

/**
 * True where clocks of the zone go as they do somewhere in the country (zones have several names, so
 * the clocks are compared); null where either is unknown.
 */
export function isZoneOf(timeZone: string, countryCode: string): boolean | null {
  const clock = clockOf(timeZone);
  const clocks = clocksOf(countryCode);
  return clock === null || clocks.size === 0 ? null : clocks.has(clock);
}
