import { ReferenceArea, ReferenceLine } from "recharts";
import type { Point } from "./series.ts";

const INK = "var(--color-ink-muted)";
const AREA = { fill: INK, fillOpacity: 0.08, stroke: "none" } as const;

/** A line with its number over each remark's first point, and a shade over a range. For the inside of a chart. */
export function noteMarks(points: readonly Point[]) {
  const spans = new Map<number, { first: string; last: string; at: number }>();
  points.forEach(({ label, notes = [] }, at) => {
    for (const { mark } of notes) {
      const span = spans.get(mark);
      if (span) span.last = label;
      else spans.set(mark, { first: label, last: label, at });
    }
  });
  // Remarks on one point share its line and name all their numbers.
  const lines = new Map<string, number[]>();
  for (const [mark, { first }] of spans) lines.set(first, [...(lines.get(first) ?? []), mark]);
  return [
    ...[...spans]
      .filter(([, { first, last }]) => first !== last)
      .map(([mark, { first, last }]) => (
        <ReferenceArea key={`area-${mark}`} x1={first} x2={last} {...AREA} />
      )),
    ...[...lines].map(([label, marks]) => (
      <ReferenceLine
        key={`line-${label}`}
        x={label}
        stroke={INK}
        strokeDasharray="2 3"
        label={{ value: marks.join(", "), position: "top", fill: INK, fontSize: 11 }}
      />
    )),
  ];
}
