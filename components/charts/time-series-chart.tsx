"use client";

import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { CURSOR, GRID, X_AXIS, yAxis } from "./axes.tsx";
import { type ChartBase, ChartFrame } from "./chart-frame.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { noteMarks } from "./note-marks.tsx";
import { colorSeries, type Point, readValue, type Series } from "./series.ts";
import { formatValue, type ValueFormat } from "./value-format.ts";

export type TimeSeriesChartProps = ChartBase & {
  /** In time order. */
  points: readonly Point[];
  series: readonly Series[];
  kind?: "area" | "bars";
  format?: ValueFormat;
};

/** How several series stack up over time. */
export function TimeSeriesChart(props: TimeSeriesChartProps) {
  const { points, kind = "area", format, unit, height = 240, ...frame } = props;
  const series = colorSeries(props.series);
  const parts = series.filter((each) => !each.dashed);
  const lines = series.filter((each) => each.dashed);
  const hasNotes = points.some(({ notes = [] }) => notes.length > 0);
  const empty = !points.some((point) => series.some((each) => point.values[each.key]));
  return (
    <ChartFrame
      {...frame}
      height={height}
      empty={empty}
      legend={series}
      twin={{
        head: ["Time", ...series.map((each) => each.label), ...(hasNotes ? ["Notes"] : [])],
        rows: points.map((point) => ({
          name: point.title ?? point.label,
          cells: [
            ...series.map((each) => formatValue(point.values[each.key], format)),
            ...(hasNotes ? [(point.notes ?? []).map(({ text }) => text).join("; ")] : []),
          ],
        })),
      }}
    >
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={[...points]}
          title={props.title}
          margin={{ top: hasNotes ? 22 : 14, right: 8, bottom: 0, left: 0 }}
          barCategoryGap="18%"
        >
          <CartesianGrid {...GRID} />
          <XAxis {...X_AXIS} />
          <YAxis {...yAxis(unit, format)} />
          {noteMarks(points)}
          <Tooltip
            cursor={kind === "bars" ? { ...CURSOR, stroke: "none" } : CURSOR}
            isAnimationActive={false}
            content={({ payload }) => (
              <ChartTooltip point={payload[0]?.payload} series={series} format={format} total />
            )}
          />
          {parts.map((each, index) =>
            kind === "area" ? (
              <Area
                key={each.key}
                dataKey={readValue(each.key)}
                name={each.label}
                stackId="all"
                type="monotone"
                stroke={each.color}
                strokeWidth={1.5}
                fill={each.color}
                fillOpacity={parts.length > 1 ? 0.55 : 0.12}
                activeDot={{ r: 3, stroke: "var(--color-surface)", strokeWidth: 1.5 }}
                isAnimationActive={false}
              />
            ) : (
              <Bar
                key={each.key}
                dataKey={readValue(each.key)}
                name={each.label}
                stackId="all"
                fill={each.color}
                stroke="var(--color-surface)"
                strokeWidth={parts.length > 1 ? 1 : 0}
                maxBarSize={36}
                radius={index === parts.length - 1 ? [3, 3, 0, 0] : 0}
                isAnimationActive={false}
              />
            ),
          )}
          {lines.map((each) => (
            <Line
              key={each.key}
              dataKey={readValue(each.key)}
              name={each.label}
              type="linear"
              stroke={each.color}
              strokeWidth={1.5}
              strokeDasharray="5 4"
              dot={points.length === 1}
              activeDot={{ r: 3 }}
              isAnimationActive={false}
            />
          ))}
        </ComposedChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
