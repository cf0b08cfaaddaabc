/** What stands where a value is missing. */
export const ABSENT = "—";

/** Server and browser must write the same text, so the locale is given, never the machine's own. */
const LOCALE = "en";

export type Moment = Date | string | number;
type Maybe<T> = T | null | undefined;

function isNumber(value: Maybe<number>): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function toDate(value: Maybe<Moment>): Date | null {
  if (value === null || value === undefined || value === "") return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}

// Making a formatter costs a hundred times what using it does, and a page or a batch needs few of them.
function keptByOptions<Options, Format>(make: (locale: string, options: Options) => Format) {
  const kept = new Map<string, Format>();
  return (locale: string, options: Options): Format => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = kept.get(key);
    if (known) return known;
    const made = make(locale, options);
    kept.set(key, made);
    return made;
  };
}

const numberFormat = keptByOptions(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
/** Formats instants by `Intl.DateTimeFormat`'s options; made once for each locale, zone and form. */
export const dateFormat = keptByOptions(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
const relativeFormat = keptByOptions(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
);
const nameFormat = keptByOptions(
  (locale, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(locale, options),
);

/** 12,345.6 (at most `digits` decimals, default 0 for whole numbers and 1 otherwise). */
export function formatNumber(value: Maybe<number>, digits?: number, locale = LOCALE): string {
  if (!isNumber(value)) return ABSENT;
  const most = digits ?? (Number.isInteger(value) ? 0 : 1);
  return numberFormat(locale, { maximumFractionDigits: most }).format(value);
}

/** 1.2K, 3.4M: for tight places where the exact number is one hover away. */
export function formatCompact(value: Maybe<number>, locale = LOCALE): string {
  if (!isNumber(value)) return ABSENT;
  return numberFormat(locale, {
    notation: "compact",
    maximumFractionDigits: Math.abs(value) < 1000 ? 0 : 1,
  }).format(value);
}

/** A share between 0 and 1 as 12.3%; always as many digits, so that a column of them lines up. */
export function formatPercent(share: Maybe<number>, digits = 1, locale = LOCALE): string {
  if (!isNumber(share)) return ABSENT;
  return numberFormat(locale, {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share);
}

/** An amount in whole units of an ISO 4217 currency: $1,200, €12.50. */
export function formatMoney(amount: Maybe<number>, currency = "USD", locale = LOCALE): string {
  if (!isNumber(amount)) return ABSENT;
  return numberFormat(locale, {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  }).format(amount);
}

const UNITS: readonly [label: string, ms: number][] = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1000],
];

/** The largest units, two unless told, of a length of time in milliseconds: "53 s", "1 min 30 s", "2 h 5 min". */
export function formatDuration(ms: Maybe<number>, units: 1 | 2 = 2): string {
  if (!isNumber(ms) || ms < 0) return ABSENT;
  if (ms > 0 && ms < 500) return "<1 s";
  let rest = Math.round(ms / 1000) * 1000;
  const first = UNITS.findIndex(([, size]) => rest >= size);
  if (first === -1) return "0 s";
  const parts: string[] = [];
  for (const [label, size] of UNITS.slice(first, first + units)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${label}`);
  }
  return parts.join(" ");
}

const STEPS: readonly [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ["year", 31_557_600_000],
  ["month", 2_629_800_000],
  ["week", 604_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** "3m ago", "yesterday", "in 2d", "2y ago"; under a minute "now". */
export function formatRelative(value: Maybe<Moment>, now: Moment, locale = LOCALE): string {
  const date = toDate(value);
  const from = toDate(now);
  if (!date || !from) return ABSENT;
  const difference = date.getTime() - from.getTime();
  for (const [unit, size] of STEPS) {
    if (Math.abs(difference) < size) continue;
    // "yesterday" reads better than "1d ago", but "last wk." does not.
    const numeric = unit === "day" ? "auto" : "always";
    const words = relativeFormat(locale, { numeric, style: "narrow" });
    return words.format(Math.trunc(difference / size), unit);
  }
  return relativeFormat(locale, { numeric: "auto" }).format(0, "second");
}

/** Nov 20, 2026, 19:07 in the given zone (UTC when none is given). */
export function formatDateTime(value: Maybe<Moment>, timeZone = "UTC", locale = LOCALE): string {
  const date = toDate(value);
  if (!date) return ABSENT;
  return dateFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone,
  }).format(date);
}

/** Nov 20, 2026 in the given zone (UTC when none is given). */
export function formatDate(value: Maybe<Moment>, timeZone = "UTC", locale = LOCALE): string {
  const date = toDate(value);
  if (!date) return ABSENT;
  return dateFormat(locale, { dateStyle: "medium", timeZone }).format(date);
}

/** The calendar day of an instant in a zone, as 2026-05-04. */
export function dayOf(at: Moment, timeZone: string): string {
  return dateFormat("en-CA", { timeZone }).format(new Date(at));
}

/** The exact instant with its seconds and zone, for a title: Fri, Nov 20, 2026, 19:07:08 GMT+1. */
export function formatInstant(value: Maybe<Moment>, timeZone = "UTC", locale = LOCALE): string {
  const date = toDate(value);
  if (!date) return ABSENT;
  return dateFormat(locale, {
    weekday: "short",
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
    timeZone,
  }).format(date);
}

/** acme.com out of https://www.acme.com/pricing or acme.com. */
export function domainOf(url: Maybe<string>): string {
  const text = url?.trim();
  if (!text) return ABSENT;
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return text;
  return new URL(full).hostname.replace(/^www\./, "") || text;
}

/** Up to two initials: "Ada Byron King" → AK, "acme" → A; "?" when there is no name. */
export function initialsOf(name: Maybe<string>): string {
  const words = (name ?? "").split(/[\s._@-]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const letters = [first, last].map((word) => (word ? [...word][0] : "")).join("");
  return letters ? letters.toLocaleUpperCase(LOCALE) : "?";
}

/** The name of an ISO 3166 country code ("de" → Germany); an unknown code is returned as it is. */
export function countryName(code: Maybe<string>, locale = LOCALE): string {
  const text = code?.trim();
  if (!text) return ABSENT;
  if (!/^[a-z]{2}$/i.test(text)) return text;
  return nameFormat(locale, { type: "region" }).of(text.toUpperCase()) ?? text;
}

/** The path of a page's URL without query or fragment; the text itself where it is no URL. */
export function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
