"use client";

import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { GRID, X_AXIS, yAxis } from "./axes.tsx";
import { type ChartBase, ChartFrame } from "./chart-frame.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { colorSeries, type Point } from "./series.ts";
import { formatValue, type ValueFormat } from "./value-format.ts";

export type GrowthChartProps = ChartBase & {
  /** In time order. */
  points: readonly { label: string; title?: string; value: number | null }[];
  /** What the line is: "Headcount". */
  name: string;
  format?: ValueFormat;
};

/** A change of less than this part of the value is close. */
const CLOSE = 10;
const FULL_WIDTH = 68;

/** One number over time. The axis need not begin at zero: the shape of the change is the message. */
export function GrowthChart(props: GrowthChartProps) {
  const { name, format, unit, height = 180, ...frame } = props;
  const series = colorSeries([{ key: "value", label: name }]);
  const points: Point[] = props.points.map(({ label, title, value }) => ({
    label,
    title,
    values: { value },
  }));
  const known = props.points.filter((point) => point.value !== null);
  const values = known.map(({ value }) => value ?? 0);
  // What never changed has no shape, and an axis drawn close around it repeats one rounded number.
  const isFlat = new Set(values).size === 1;
  // Values this close to each other read the same in short ("10.2K"), so the axis has them in full.
  const highest = Math.max(...values);
  const isClose = !isFlat && highest - Math.min(...values) < highest / CLOSE;
  return (
    <ChartFrame
      {...frame}
      height={height}
      empty={known.length === 0}
      twin={{
        head: ["Time", name],
        rows: props.points.map((point) => ({
          name: point.title ?? point.label,
          cells: [formatValue(point.value, format)],
        })),
      }}
    >
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart
          data={points}
          title={props.title}
          margin={{ top: 14, right: 8, bottom: 0, left: 0 }}
        >
          <CartesianGrid {...GRID} />
          <XAxis {...X_AXIS} />
          <YAxis
            {...yAxis(unit, format)}
            {...(isClose && {
              width: FULL_WIDTH,
              tickFormatter: (value: number) => formatValue(value, format),
            })}
            domain={[isFlat ? 0 : "auto", "auto"]}
          />
          <Tooltip
            cursor={{ stroke: "var(--color-line-strong)" }}
            isAnimationActive={false}
            content={({ payload }) => (
              <ChartTooltip point={payload[0]?.payload} series={series} format={format} />
            )}
          />
          <Area
            dataKey={(point: Point) => point.values.value}
            name={name}
            type="monotone"
            stroke="var(--color-chart-1)"
            strokeWidth={1.75}
            fill="var(--color-chart-1)"
            fillOpacity={0.1}
            connectNulls
            dot={known.length < 16 ? { r: 2, fillOpacity: 1, strokeWidth: 0 } : false}
            activeDot={{ r: 3.5, stroke: "var(--color-surface)", strokeWidth: 1.5 }}
            isAnimationActive={false}
          />
        </AreaChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
