import { ABSENT } from "#lib/format.ts";

const TWO_DECIMALS = new Intl.NumberFormat("en", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** Credit with two decimals; what would round to nothing says so. */
export function formatCredit(credit: number): string {
  if (credit > 0 && credit < 0.005) return "<0.01";
  return TWO_DECIMALS.format(credit);
}

const SHARE = new Intl.NumberFormat("en", {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** The share of a total with one decimal, so that a column of them lines up. */
export function formatShare(part: number, total: number): string {
  return total > 0 ? SHARE.format(part / total) : ABSENT;
}

/** The number as it is kept, for the title. */
export function exactCredit(credit: number): string {
  return `Exactly ${credit}`;
}

/** Minor units as money; the exponent is the currency's own (2 for euros, 0 for yen). */
export function formatMinor(minor: number, currency: string): string {
  const words = new Intl.NumberFormat("en", { style: "currency", currency });
  return words.format(minor / 10 ** (words.resolvedOptions().maximumFractionDigits ?? 2));
}
