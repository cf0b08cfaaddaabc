import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import { formatPercent } from "#lib/format.ts";
import { ChartEmpty } from "./chart-empty.tsx";
import type { ChartBase } from "./chart-frame.tsx";
import { ChartTitle } from "./chart-title.tsx";
import { formatValue, type ValueFormat } from "./value-format.ts";

export type BarListItem = {
  key: string;
  label: string;
  value: number;
  icon?: ReactNode;
  /** Opens what is behind the number. */
  href?: string;
};

export type BarListProps = Omit<ChartBase, "height" | "emptyTitle"> & {
  /** Ranked by the caller. */
  items: readonly BarListItem[];
  /** The names of the two columns. */
  label: string;
  valueLabel: string;
  format?: ValueFormat;
  /** Adds the share of this total. */
  total?: number;
};

/** Ranked horizontal bars: a real table whose bars are drawn by CSS. */
export function BarList(props: BarListProps) {
  const { title, description, actions, level, items, label, valueLabel, format, total, className } =
    props;
  const most = Math.max(...items.map((item) => item.value), 0);
  return (
    <section className={cn("min-w-0", className)}>
      <ChartTitle title={title} description={description} actions={actions} level={level} />
      {items.length === 0 ? (
        <ChartEmpty text={props.emptyText} />
      ) : (
        <table className="w-full text-sm">
          <thead className="text-ink-muted text-xs">
            <tr>
              <th scope="col" className="pb-1.5 text-left font-normal">
                {label}
              </th>
              <th scope="col" className="pb-1.5 pl-3 text-right font-normal">
                {valueLabel}
              </th>
              {total !== undefined && (
                <th scope="col" className="w-14 pb-1.5 pl-3 text-right font-normal">
                  Share
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.key} className="group/bar">
                <th scope="row" className="w-full max-w-0 py-px text-left font-normal">
                  <Line item={item} width={most > 0 ? item.value / most : 0} />
                </th>
                <td className="whitespace-nowrap py-px pl-3 text-right font-medium">
                  {formatValue(item.value, format)}
                </td>
                {total !== undefined && (
                  <td className="whitespace-nowrap py-px pl-3 text-right text-ink-muted text-xs">
                    {total > 0 ? formatPercent(item.value / total) : formatPercent(null)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Line({ item, width }: { item: BarListItem; width: number }) {
  const text = (
    <>
      {item.icon && (
        <span className="flex shrink-0 text-ink-muted [&_svg]:size-4">{item.icon}</span>
      )}
      <span className="truncate">{item.label}</span>
    </>
  );
  return (
    <div className="relative flex h-7 items-center">
      <div
        aria-hidden="true"
        style={{ width: `${Math.max(width * 100, 0.5)}%` }}
        className="absolute inset-y-0.5 left-0 rounded-sm bg-accent-soft"
      />
      {item.href ? (
        <Link
          href={item.href}
          title={item.label}
          className="relative flex h-full min-w-0 flex-1 items-center gap-2 rounded-sm px-2 hover:underline focus-visible:-outline-offset-2"
        >
          {text}
        </Link>
      ) : (
        <span title={item.label} className="relative flex min-w-0 flex-1 items-center gap-2 px-2">
          {text}
        </span>
      )}
    </div>
  );
}
