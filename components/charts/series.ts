import { DASHED_COLOR, MUTED_COLOR, seriesColor } from "./palette.ts";

export type Series = {
  key: string;
  label: string;
  /** Grey: what the others are compared with, such as the period before. */
  muted?: boolean;
  /** A dashed line over the others, which add up without it. */
  dashed?: boolean;
};

export type Point = {
  /** On the axis: "12 Nov". */
  label: string;
  /** In the tooltip and the table when the axis is short: "Thursday, 12 November 2026". */
  title?: string;
  /** The dates that it stands for, both included. */
  from?: string;
  to?: string;
  /** What is remarked on it; drawn as a mark over it. */
  notes?: readonly PointNote[];
  values: Readonly<Record<string, number | null>>;
};

/** A remark with the number that its marks carry; one on several points has the same number on each. */
export type PointNote = { mark: number; text: string };

export type ColoredSeries = Series & { color: string };

export function colorSeries(series: readonly Series[]): ColoredSeries[] {
  return series.map((each, index) => ({
    ...each,
    color: each.dashed ? DASHED_COLOR : each.muted ? MUTED_COLOR : seriesColor(index),
  }));
}

/** Recharts reads a dotted key as a path, and sources have dots ("google.com"): give it a function. */
export function readValue(key: string): (point: Point) => number | null {
  return (point) => point.values[key] ?? null;
}
