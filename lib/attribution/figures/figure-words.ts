import type { DimensionName } from "#lib/attribution/dimensions.ts";
import { ABSENT, formatDuration, formatNumber, formatPercent } from "#lib/format.ts";
import type { FigureKind } from "./figures.ts";
import { publicKey } from "./public-key.ts";

/** A number as people read it. Money is in minor units. */
export function figureText(value: number | null, as: FigureKind, currency: string | null): string {
  if (value === null) return ABSENT;
  if (as === "share") return formatPercent(value);
  if (as === "duration") return formatDuration(value);
  if (as === "credit") return value > 0 && value < 0.005 ? "<0.01" : TWO_DECIMALS.format(value);
  if (as === "money") return currency === null ? ABSENT : moneyText(value, currency);
  return formatNumber(value);
}

const TWO_DECIMALS = new Intl.NumberFormat("en", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

function moneyText(minor: number, currency: string): string {
  const words = new Intl.NumberFormat("en", { style: "currency", currency });
  return words.format(minor / 10 ** (words.resolvedOptions().maximumFractionDigits ?? 2));
}

/** A key as strangers may read it. Every session has a channel and a landing page: there null is no touch. */
export function keyText(key: string | null, dimension: DimensionName): string {
  if (key !== null) return publicKey(key);
  return dimension === "channel" || dimension === "landing_page" ? "No touch" : "Not set";
}

const day = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });

/** "Nov 9, 2026 – Nov 15, 2026", or one date. */
export function datesText({ from, to }: { from: string; to: string }): string {
  const last = day.format(Date.parse(to));
  return from === to ? last : `${day.format(Date.parse(from))} – ${last}`;
}
