"use client";

import { GrowthChart } from "#components/charts/growth-chart.tsx";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useZone } from "#components/ui/viewer-zone.tsx";
import type { CompanyFigures } from "#lib/companies/list-history.ts";
import { formatDate, formatNumber } from "#lib/format.ts";

type Figure = Exclude<keyof CompanyFigures, "at" | "provider">;

const FIGURES: readonly [key: Figure, label: string][] = [
  ["headcount", "Headcount"],
  ["employeeCount", "Employees"],
  ["followers", "Followers"],
  ["monthlyVisitors", "Site visitors a month"],
];
/** Drawn where there are two points or more. */
const CHARTS: readonly Figure[] = ["headcount", "followers"];

const CELL = "h-9 whitespace-nowrap border-line border-b px-3 py-1 first:pl-4 last:pr-4";
/** Both stay in sight: the heads above, the dates at the left. */
const HEAD = `${CELL} sticky top-0 z-1 bg-sunken font-medium`;

/** How a company grew from one enrichment to the next; not drawn where none said figures. */
export function HistoryCard({ history }: { history: readonly CompanyFigures[] }) {
  const zone = useZone();
  if (history.length === 0) return null;
  const columns = FIGURES.filter(([key]) => history.some((one) => one[key] !== null));
  const charts = columns.filter(
    ([key]) => CHARTS.includes(key) && history.filter((one) => one[key] !== null).length > 1,
  );
  return (
    <Card title="Enrichment history" padded={false}>
      {charts.length > 0 && (
        <div className="grid gap-4 px-4 pb-4 sm:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]">
          {charts.map(([key, label]) => (
            <GrowthChart
              key={key}
              title={`${label} over time`}
              level={3}
              name={label}
              height={140}
              points={history.map((one) => ({ label: formatDate(one.at, zone), value: one[key] }))}
            />
          ))}
        </div>
      )}
      {/* Whoever has no pointer scrolls it with the arrow keys. */}
      <section
        aria-label="Figures of each enrichment"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
        tabIndex={0}
        className="max-h-72 overflow-auto rounded-b-lg border-line border-t focus-visible:-outline-offset-2"
      >
        <table className="w-full border-separate border-spacing-0 text-sm">
          <caption className="sr-only">Figures of each enrichment, the latest first</caption>
          <thead className="text-ink-muted text-xs">
            <tr>
              <th scope="col" className={cn(HEAD, "left-0 z-2 text-left")}>
                Enriched
              </th>
              {columns.map(([key, label]) => (
                <th key={key} scope="col" className={cn(HEAD, "text-right")}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="[&>tr:last-child>*]:border-b-0">
            {history.toReversed().map((one) => (
              <tr key={`${one.at} ${one.provider} ${one.followers} ${one.headcount}`}>
                <th
                  scope="row"
                  className={cn(CELL, "sticky left-0 z-1 bg-surface text-left font-normal")}
                >
                  <RelativeTime value={one.at} form="date" className="block text-ink" />
                  {one.provider && (
                    <span className="block text-ink-muted text-xs leading-4">{one.provider}</span>
                  )}
                </th>
                {columns.map(([key]) => (
                  <td key={key} className={cn(CELL, "text-right text-ink tabular-nums")}>
                    {formatNumber(one[key])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}
