import { CreditCharts } from "#components/attribution/credit-charts.tsx";
import { CreditTable } from "#components/attribution/credit-table.tsx";
import { AsOf } from "#components/attribution/reports/as-of.tsx";
import { CsvLink } from "#components/attribution/reports/download-links.tsx";
import { PngButton } from "#components/attribution/reports/png-button.tsx";
import { rowWords } from "#components/attribution/words.ts";
import { sumRows } from "#lib/attribution/first-rows.ts";
import { freshness } from "#lib/attribution/kept/kept-report.ts";
import type { AttributionRow } from "#lib/attribution/report.ts";
import { notesOn } from "./annotations/notes-on.tsx";
import { creditSeries, withEarlier } from "./credit-series.ts";
import { csvHref } from "./csv-href.ts";
import { NothingToCredit } from "./nothing-to-credit.tsx";
import { periodWords } from "./periods.ts";
import { readCredit } from "./read-credit.ts";
import { receiptsHref } from "./report-links.ts";
import { dimensionWords, rowsOf, type SectionProps } from "./section-props.ts";

/** The columns of the table after its key, for the skeleton. */
export const CREDIT_COLUMNS = ["Sessions", "Visitors", "Conversions", "Credit", "Share of credit"];

/** Credit over time and by key, by one model. */
export async function CreditSection(props: SectionProps) {
  const { workspace, query, path, compared } = props;
  const shown = freshness();
  const { report, rows, total, overTime, earlierOverTime } = await readCredit(
    workspace.id,
    query,
    compared,
    shown,
  );
  const dimensionLabel = dimensionWords(query);
  const { limit, showAllHref } = rowsOf(props);
  const more: (AttributionRow & { before?: { credit: number } })[] = rows.slice(limit);
  const comparedWords = compared && periodWords(compared.from, compared.to);
  const table = (
    <CreditTable
      rows={rows.slice(0, limit)}
      rest={{
        ...sumRows(more, report.rest),
        before: more.reduce((sum, row) => sum + (row.before?.credit ?? 0), 0),
      }}
      total={total}
      currency={report.currency}
      dimensions={query}
      dimensionLabel={dimensionLabel}
      receiptsHref={(row) => receiptsHref(path, query, row)}
      comparedWords={comparedWords}
      actions={<CsvLink href={csvHref(path, "credit", query, compared)} of="credit" />}
      showAllHref={more.length > 0 ? showAllHref : null}
    />
  );
  if (report.total.conversions === 0) {
    return (
      <>
        <AsOf shown={shown} timezone={query.timezone} />
        <NothingToCredit {...props} />
        {rows.length > 0 && table}
      </>
    );
  }
  const own = creditSeries(overTime, report, query, (row) => rowWords(query, row));
  const chart = compared
    ? withEarlier(
        own,
        { credits: earlierOverTime, from: compared.from, label: comparedWords ?? "" },
        query,
      )
    : own;
  const notes = await notesOn(workspace, query, chart.points);
  return (
    <>
      <AsOf shown={shown} timezone={query.timezone} />
      <CreditCharts
        points={notes.points}
        notes={notes.list}
        series={chart.series}
        ranked={chart.ranked.map(({ of, ...item }) => ({
          ...item,
          href: of === undefined ? null : receiptsHref(path, query, of),
        }))}
        bucket={chart.bucket}
        timezone={query.timezone}
        dimensionLabel={dimensionLabel}
        total={report.total.credit}
        comparedNote={comparedWords && `. Dashed: ${comparedWords}, from its first day on`}
        actions={<PngButton name="credit" />}
      />
      {table}
    </>
  );
}
