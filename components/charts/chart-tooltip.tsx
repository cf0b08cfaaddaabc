import type { ColoredSeries, Point } from "./series.ts";
import { SeriesMark } from "./series-mark.tsx";
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
  const parts = series.filter((each) => !each.dashed);
  const sum = parts.reduce((all, each) => all + (point.values[each.key] ?? 0), 0);
  return (
    <div className="min-w-36 rounded-md border border-line bg-raised px-2.5 py-2 text-xs shadow-popup">
      <div className="mb-1.5 font-medium text-ink">{point.title ?? point.label}</div>
      <dl className="space-y-1">
        {series.map((each) => (
          <div key={each.key} className="flex items-center gap-2">
            <SeriesMark {...each} />
            <dt className="max-w-64 flex-1 truncate text-ink-muted">{each.label}</dt>
            <dd className="pl-3 font-medium text-ink">
              {formatValue(point.values[each.key], format)}
            </dd>
          </div>
        ))}
        {total && parts.length > 1 && (
          <div className="flex gap-2 border-line border-t pt-1">
            <dt className="flex-1 text-ink-muted">Total</dt>
            <dd className="font-medium text-ink">{formatValue(sum, format)}</dd>
          </div>
        )}
      </dl>
      {point.notes?.map(({ mark, text }) => (
        <p key={mark} className="mt-1 max-w-64 border-line border-t pt-1 text-ink-muted">
          Note {mark}: {text}
        </p>
      ))}
    </div>
  );
}
