import { cn } from "#components/ui/cn.ts";
import { formatPercent } from "#lib/format.ts";
import { ChartEmpty } from "./chart-empty.tsx";
import type { ChartBase } from "./chart-frame.tsx";
import { ChartTitle } from "./chart-title.tsx";
import { seriesColor } from "./palette.ts";
import { formatValue, type ValueFormat } from "./value-format.ts";

export type ShareBarProps = Omit<ChartBase, "height" | "unit" | "emptyTitle"> & {
  items: readonly { key: string; label: string; value: number }[];
  format?: ValueFormat;
};

/** The parts of a whole: one bar, and below it every part with its number and share. */
export function ShareBar({
  title,
  description,
  actions,
  level,
  items,
  format,
  emptyText,
  className,
}: ShareBarProps) {
  const total = items.reduce((sum, item) => sum + item.value, 0);
  return (
    <section className={cn("min-w-0", className)}>
      <ChartTitle title={title} description={description} actions={actions} level={level} />
      {total === 0 ? (
        <ChartEmpty text={emptyText} />
      ) : (
        <>
          <div aria-hidden="true" className="flex h-2.5 gap-0.5 overflow-hidden rounded-full">
            {items.map((item, index) =>
              item.value > 0 ? (
                <div
                  key={item.key}
                  style={{
                    flex: `${item.value} 1 0`,
                    minWidth: 3,
                    backgroundColor: seriesColor(index),
                  }}
                />
              ) : null,
            )}
          </div>
          <ul className="mt-3 space-y-1.5 text-sm">
            {items.map((item, index) => (
              <li key={item.key} className="flex items-center gap-2">
                <span
                  aria-hidden="true"
                  style={{ backgroundColor: seriesColor(index) }}
                  className="size-2 shrink-0 rounded-[2px]"
                />
                <span className="min-w-0 flex-1 truncate text-ink">{item.label}</span>
                <span className="font-medium">{formatValue(item.value, format)}</span>
                <span className="w-12 text-right text-ink-muted text-xs">
                  {formatPercent(item.value / total)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
