"use client";

import {
  Bar,
  BarChart as Base,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { CURSOR, GRID, X_AXIS, yAxis } from "./axes.tsx";
import { type ChartBase, ChartFrame } from "./chart-frame.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { colorSeries, type Point, readValue, type Series } from "./series.ts";
import { formatValue, type ValueFormat } from "./value-format.ts";

export type BarChartProps = ChartBase & {
  points: readonly Point[];
  /** Side by side within a category: this period and the one before, say. */
  series: readonly Series[];
  /** The name of the categories, for the table: "Channel". */
  category: string;
  format?: ValueFormat;
};

/** A few categories side by side. For many, ranked, take BarList. */
export function BarChart(props: BarChartProps) {
  const { points, category, format, unit, height = 240, ...frame } = props;
  const series = colorSeries(props.series);
  const empty = !points.some((point) => series.some((each) => point.values[each.key]));
  return (
    <ChartFrame
      {...frame}
      height={height}
      empty={empty}
      legend={series}
      twin={{
        head: [category, ...series.map((each) => each.label)],
        rows: points.map((point) => ({
          name: point.title ?? point.label,
          cells: series.map((each) => formatValue(point.values[each.key], format)),
        })),
      }}
    >
      <ResponsiveContainer width="100%" height="100%">
        <Base
          data={[...points]}
          title={props.title}
          margin={{ top: 14, right: 8, bottom: 0, left: 0 }}
          barGap={2}
          barCategoryGap="28%"
        >
          <CartesianGrid {...GRID} />
          <XAxis {...X_AXIS} minTickGap={4} />
          <YAxis {...yAxis(unit, format)} />
          <Tooltip
            cursor={{ ...CURSOR, stroke: "none" }}
            isAnimationActive={false}
            content={({ payload }) => (
              <ChartTooltip point={payload[0]?.payload} series={series} format={format} />
            )}
          />
          {series.map((each) => (
            <Bar
              key={each.key}
              dataKey={readValue(each.key)}
              name={each.label}
              fill={each.color}
              maxBarSize={44}
              radius={[3, 3, 0, 0]}
              isAnimationActive={false}
            />
          ))}
        </Base>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
