import type { ColoredSeries, Point } from "./series.ts";
import { formatValue, type ValueFormat } from "./value-format.ts";

type ChartTooltipProps = {
  point: Point | undefined;
  series: readonly ColoredSeries[];
  format: ValueFormat | undefined;
  /** Adds the sum of the series. */
  total?: boolean;
};

export function ChartTooltip({ point, series, format, total = false }: ChartTooltipProps) {
  if (!point) return null;
  const sum = series.reduce((all, each) => all + (point.values[each.key] ?? 0), 0);
  return (
    <div className="min-w-36 rounded-md border border-line bg-raised px-2.5 py-2 text-xs shadow-popup">
      <div className="mb-1.5 font-medium text-ink">{point.title ?? point.label}</div>
      <dl className="space-y-1">
        {series.map((each) => (
          <div key={each.key} className="flex items-center gap-2">
            <span
              style={{ backgroundColor: each.color }}
              className="size-2 shrink-0 rounded-[2px]"
            />
            <dt className="flex-1 text-ink-muted">{each.label}</dt>
            <dd className="pl-3 font-medium text-ink">
              {formatValue(point.values[each.key], format)}
            </dd>
          </div>
        ))}
        {total && series.length > 1 && (
          <div className="flex gap-2 border-line border-t pt-1">
            <dt className="flex-1 text-ink-muted">Total</dt>
            <dd className="font-medium text-ink">{formatValue(sum, format)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
