"use client";

import { GrowthChart } from "#components/charts/growth-chart.tsx";
import { Card } from "#components/ui/card.tsx";
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

/** How a company grew from one enrichment to the next; not drawn where none said figures. */
export function HistoryCard({ history }: { history: readonly CompanyFigures[] }) {
  const zone = useZone();
  if (history.length === 0) return null;
  const columns = FIGURES.filter(([key]) => history.some((one) => one[key] !== null));
  const charts = columns.filter(
    ([key]) => CHARTS.includes(key) && history.filter((one) => one[key] !== null).length > 1,
  );
  return (
    <Card title="Enrichment history">
      {charts.length > 0 && (
        <div className="mb-4 grid gap-4 sm:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]">
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
      {/* Whoever has no pointer scrolls it sideways with the arrow keys. */}
      <section
        aria-label="Figures of each enrichment"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
        tabIndex={0}
        className="overflow-x-auto rounded-sm"
      >
        <table className="w-full text-sm">
          <caption className="sr-only">Figures of each enrichment, the latest first</caption>
          <thead className="text-ink-muted text-xs">
            <tr>
              <th scope="col" className="py-1 pr-4 text-left font-medium">
                Enriched
              </th>
              {columns.map(([key, label]) => (
                <th key={key} scope="col" className="py-1 pl-4 text-right font-medium">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {history.toReversed().map((one) => (
              <tr key={`${one.at} ${one.provider} ${one.followers} ${one.headcount}`}>
                <th scope="row" className="py-1.5 pr-4 text-left font-normal text-ink">
                  <RelativeTime value={one.at} form="date" className="whitespace-nowrap" />
                  {one.provider && <span className="ml-2 text-ink-faint">{one.provider}</span>}
                </th>
                {columns.map(([key]) => (
                  <td key={key} className="py-1.5 pl-4 text-right text-ink tabular-nums">
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
