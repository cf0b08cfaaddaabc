import type { XAxisProps, YAxisProps } from "recharts";
import { formatTick, type ValueFormat } from "./value-format.ts";

const TICK = { fill: "var(--color-ink-muted)", fontSize: 11 };

/** The line of categories or days. */
export const X_AXIS: XAxisProps = {
  dataKey: "label",
  tickLine: false,
  axisLine: { stroke: "var(--color-line-strong)" },
  tick: TICK,
  tickMargin: 6,
  minTickGap: 24,
  interval: "equidistantPreserveStart",
};

/** The axis of values, with its unit beside it. */
export function yAxis(unit: string | undefined, format: ValueFormat | undefined): YAxisProps {
  return {
    width: unit ? 56 : 44,
    tickLine: false,
    axisLine: false,
    tick: TICK,
    tickCount: 5,
    // All of them, or every second: a scale with one left out looks bent.
    interval: "equidistantPreserveStart",
    allowDecimals: format !== undefined && format !== "number",
    tickFormatter: (value: number) => formatTick(value, format),
    label: unit
      ? {
          value: unit,
          angle: -90,
          position: "insideLeft",
          offset: 6,
          style: { fill: "var(--color-ink-faint)", fontSize: 11, textAnchor: "middle" },
        }
      : undefined,
  };
}

export const GRID = { vertical: false, stroke: "var(--color-line)" } as const;
export const CURSOR = { fill: "var(--color-hover)", stroke: "var(--color-line-strong)" } as const;
