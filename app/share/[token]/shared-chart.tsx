import { creditSeries } from "#app/(dashboard)/[workspace]/attribution/credit-series.ts";
import { readCredit } from "#app/(dashboard)/[workspace]/attribution/read-credit.ts";
import { PngButton } from "#components/attribution/reports/png-button.tsx";
import { BarChart } from "#components/charts/bar-chart.tsx";
import { TimeSeriesChart } from "#components/charts/time-series-chart.tsx";
import { Card } from "#components/ui/card.tsx";
import { rowText } from "#lib/attribution/figures/credit-figures.ts";
import type { FiguresTable } from "#lib/attribution/figures/figures.ts";
import type { SharedReport } from "#lib/attribution/shares/read-share.ts";

/** The drawing of a shared report, where it has one. */
export async function SharedChart({ shared }: { shared: SharedReport }) {
  const { report, query, workspace, figures } = shared;
  const [table] = figures.tables;
  if (report === "credit") {
    const { report: credit, overTime } = await readCredit(workspace.id, query, null);
    if (credit.total.conversions === 0) return null;
    const { points, series, bucket } = creditSeries(overTime, credit, query, (row) =>
      rowText(row, query),
    );
    return (
      <Card>
        <TimeSeriesChart
          title="Credit over time"
          description={`By ${bucket} of the conversion, ${query.timezone}`}
          actions={<PngButton name="credit" />}
          kind="bars"
          unit="conversions"
          {...{ points, series }}
        />
      </Card>
    );
  }
  if (!table || table.rows.length === 0) return null;
  if (report === "funnel") {
    return (
      <Card>
        <BarChart
          title="Visitors by step"
          description={`First identified in the period (${query.timezone}), followed until now`}
          actions={<PngButton name="funnel" />}
          points={table.rows.map(({ key, cells }) => ({
            label: key,
            values: { visitors: cells[0] ?? 0 },
          }))}
          series={[{ key: "visitors", label: "Visitors" }]}
          category="Step"
          unit="visitors"
        />
      </Card>
    );
  }
  if (report !== "emails") return null;
  return (
    <Card>
      <TimeSeriesChart
        title={table.title}
        description={`${table.note} ${query.timezone}`}
        actions={<PngButton name="e-mail health" />}
        kind="bars"
        unit="results"
        {...resultsOf(table)}
      />
    </Card>
  );
}

/** The counts of each result by week or month; what never came is no series. */
function resultsOf({ columns, rows }: FiguresTable) {
  const parts = columns
    .map(({ label }, at) => ({ key: `result-${at}`, label, at }))
    // The first column is the sum of the others, the last one a share.
    .slice(1, -1)
    .filter(({ at }) => rows.some(({ cells }) => (cells[at] ?? 0) > 0));
  return {
    series: parts.map(({ key, label }) => ({ key, label })),
    points: rows.map(({ key, cells }) => ({
      label: key.split(",")[0] ?? key,
      title: key,
      values: Object.fromEntries(parts.map((part) => [part.key, cells[part.at] ?? 0])),
    })),
  };
}
