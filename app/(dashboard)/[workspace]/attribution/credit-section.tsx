import { CreditCharts } from "#components/attribution/credit-charts.tsx";
import { CreditTable } from "#components/attribution/credit-table.tsx";
import { keyWords } from "#components/attribution/words.ts";
import { listCredited } from "#lib/attribution/credited.ts";
import { DIMENSIONS } from "#lib/attribution/dimensions.ts";
import { getAttribution, getCreditOverTime } from "#lib/attribution/report.ts";
import { hasCreditTiles } from "#lib/attribution/tiles/fits.ts";
import { creditSeries, MAX_KEYS } from "./credit-series.ts";
import { NothingToCredit } from "./nothing-to-credit.tsx";
import { receiptsHref } from "./report-links.ts";
import { rowsOf, type SectionProps } from "./section-props.ts";

/** The columns of the table after its key, for the skeleton. */
export const CREDIT_COLUMNS = ["Sessions", "Visitors", "Conversions", "Credit", "Share of credit"];

/** Credit over time and by key, by one model. */
export async function CreditSection(props: SectionProps) {
  const { workspace, query, path } = props;
  // What is read from tiles is read twice; what has to be worked out is worked out once.
  const credited = hasCreditTiles(query) ? undefined : listCredited(workspace.id, query);
  const report = await getAttribution(workspace.id, query, credited);
  const drawn = report.rows.slice(0, MAX_KEYS).map(({ key }) => key);
  const overTime = await getCreditOverTime(workspace.id, query, credited, drawn);
  const { dimension, timezone } = query;
  const dimensionLabel = DIMENSIONS[dimension].label;
  const hrefOf = (key?: string | null) => receiptsHref(path, query, key);
  const table = (
    <CreditTable
      report={report}
      dimension={dimension}
      dimensionLabel={dimensionLabel}
      receiptsHref={hrefOf}
      {...rowsOf(props)}
    />
  );
  if (report.total.conversions === 0) {
    return (
      <>
        <NothingToCredit {...props} />
        {report.total.sessions > 0 && table}
      </>
    );
  }
  const chart = creditSeries(overTime, report.rows, query, (key) => keyWords(key, dimension));
  return (
    <>
      <CreditCharts
        points={chart.points}
        series={chart.series}
        ranked={chart.ranked.map(({ of, ...item }) => ({
          ...item,
          href: of === undefined ? null : hrefOf(of),
        }))}
        bucket={chart.bucket}
        timezone={timezone}
        dimensionLabel={dimensionLabel}
        total={report.total.credit}
      />
      {table}
    </>
  );
}
