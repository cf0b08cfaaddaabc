import { Filter } from "lucide-react";
import { csvHref } from "#app/(dashboard)/[workspace]/attribution/csv-href.ts";
import { AsOf } from "#components/attribution/reports/as-of.tsx";
import { CsvLink } from "#components/attribution/reports/download-links.tsx";
import { FunnelTable } from "#components/attribution/reports/funnel-table.tsx";
import { PngButton } from "#components/attribution/reports/png-button.tsx";
import { BarChart } from "#components/charts/bar-chart.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { StatRow } from "#components/ui/stat-row.tsx";
import { freshness } from "#lib/attribution/kept/kept-report.ts";
import { getFunnel } from "#lib/attribution/reports/funnel.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { getTraffic } from "#lib/attribution/traffic.ts";
import { formatNumber, formatPercent } from "#lib/format.ts";
import { STEP_WORDS } from "#lib/visitor-words.ts";

interface Props {
  workspaceId: string;
  path: string;
  query: AttributionQuery;
}

/** How far those who were first identified in the period have come. */
export async function FunnelSection({ workspaceId, path, query }: Props) {
  const shown = freshness();
  const [{ total }, rows] = await Promise.all([
    getTraffic(workspaceId, query, shown),
    getFunnel(workspaceId, query, shown),
  ]);
  const first = rows[0]?.visitors ?? 0;
  const outcomes = rows.at(-1)?.anyOrder ?? 0;
  if (first === 0) {
    return (
      <EmptyState
        icon={<Filter />}
        title="Nobody was first identified in this period"
        text="The funnel follows the visitors who were first identified in the period, up to now. Widen the period, or wait for the next events."
        className="rounded-lg border border-line"
      />
    );
  }
  return (
    <>
      <AsOf shown={shown} timezone={query.timezone} />
      <StatRow>
        <Stat label="Sessions" value={formatNumber(total.sessions)} />
        <Stat label="Visitors" value={formatNumber(total.visitors)} />
        <Stat label="First identified" value={formatNumber(first)} />
        <Stat
          label="With an outcome"
          value={formatNumber(outcomes)}
          hint={formatPercent(outcomes / first)}
        />
      </StatRow>
      <Card>
        <BarChart
          title="Visitors by step"
          description={`First identified in the period (${query.timezone}), followed until now; an outcome is a meeting, an opportunity or a deal won by the account`}
          actions={<PngButton name="funnel" />}
          points={rows.map(({ step, visitors }) => ({
            label: STEP_WORDS[step],
            values: { visitors },
          }))}
          series={[{ key: "visitors", label: "Visitors" }]}
          category="Step"
          unit="visitors"
        />
      </Card>
      <FunnelTable
        rows={rows}
        actions={<CsvLink href={csvHref(path, "funnel", query)} of="the funnel" />}
      />
    </>
  );
}
