import { MUTED_COLOR, seriesColor } from "./palette.ts";

export type Series = {
  key: string;
  label: string;
  /** Grey: what the others are compared with, such as the period before. */
  muted?: boolean;
};

export type Point = {
  /** On the axis: "12 Nov". */
  label: string;
  /** In the tooltip and the table when the axis is short: "Thursday, 12 November 2026". */
  title?: string;
  values: Readonly<Record<string, number | null>>;
};

export type ColoredSeries = Series & { color: string };

export function colorSeries(series: readonly Series[]): ColoredSeries[] {
  return series.map((each, index) => ({
    ...each,
    color: each.muted ? MUTED_COLOR : seriesColor(index),
  }));
}

/** Recharts reads a dotted key as a path, and sources have dots ("google.com"): give it a function. */
export function readValue(key: string): (point: Point) => number | null {
  return (point) => point.values[key] ?? null;
}
