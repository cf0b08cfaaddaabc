import {
  formatCompact,
  formatDuration,
  formatMoney,
  formatNumber,
  formatPercent,
} from "#lib/format.ts";

/** How the numbers of a chart are written. A word and not a function, so that a page on the server can say it. */
export type ValueFormat = "number" | "percent" | "money" | "duration";

/** The exact value, for tooltips and tables. */
export function formatValue(value: number | null | undefined, as: ValueFormat = "number"): string {
  if (as === "percent") return formatPercent(value);
  if (as === "money") return formatMoney(value);
  if (as === "duration") return formatDuration(value);
  return formatNumber(value, 2);
}

/** The short value, for axes. */
export function formatTick(value: number, as: ValueFormat = "number"): string {
  if (as === "number") return formatCompact(value);
  if (as === "percent") return formatPercent(value, 0);
  return formatValue(value, as);
}
