import { MailCheck } from "lucide-react";
import { notesOn } from "#app/(dashboard)/[workspace]/attribution/annotations/notes-on.tsx";
import { csvHref } from "#app/(dashboard)/[workspace]/attribution/csv-href.ts";
import { periodWords } from "#app/(dashboard)/[workspace]/attribution/periods.ts";
import { AsOf } from "#components/attribution/reports/as-of.tsx";
import { CsvLink } from "#components/attribution/reports/download-links.tsx";
import { MixTable } from "#components/attribution/reports/mix-table.tsx";
import { MIX_WORDS } from "#components/attribution/reports/mix-words.ts";
import { PngButton } from "#components/attribution/reports/png-button.tsx";
import { TimeSeriesChart } from "#components/charts/time-series-chart.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { StatRow } from "#components/ui/stat-row.tsx";
import { freshness } from "#lib/attribution/kept/kept-report.ts";
import { getEmailHealth, listEmailHealthBySource } from "#lib/attribution/reports/email-health.ts";
import { mixTotal, mixValid } from "#lib/attribution/reports/validity-mix.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { formatNumber, formatPercent } from "#lib/format.ts";

interface Props {
  workspace: { id: string; slug: string };
  path: string;
  query: AttributionQuery;
}

const MOST_ROWS = 100;

/** How good the e-mails are that arrive: over time, by who validated them, by where people came from. */
export async function EmailsSection({ workspace, path, query }: Props) {
  const shown = freshness();
  const [health, sources] = await Promise.all([
    getEmailHealth(workspace.id, query, shown),
    listEmailHealthBySource(workspace.id, query, shown),
  ]);
  const { total, unit } = health;
  const all = mixTotal(total);
  if (all === 0 && sources.length === 0) {
    return (
      <EmptyState
        icon={<MailCheck />}
        title="No e-mail was validated in this period"
        text="Results of validation stand here by week, provider and source once events bring them. Widen the period to see earlier ones."
        className="rounded-lg border border-line"
      />
    );
  }
  const share = (count: number) => (all > 0 ? formatPercent(count / all) : formatPercent(null));
  const file = (name: Parameters<typeof csvHref>[1], of: string) => (
    <CsvLink href={csvHref(path, name, query)} of={of} />
  );
  const date = new Intl.DateTimeFormat("en", { month: "short", day: "numeric", timeZone: "UTC" });
  const points = health.overTime.map(({ from, to, mix }) => ({
    ...{ from, to, values: mix, title: periodWords(from, to) },
    label: date.format(Date.parse(from)),
  }));
  const notes = await notesOn(workspace, query, points);
  return (
    <>
      <AsOf shown={shown} timezone={query.timezone} />
      <StatRow>
        <Stat label="Results in the period" value={formatNumber(all)} />
        <Stat label="Share valid" value={share(mixValid(total))} hint="valid and valid catch-all" />
        <Stat label="Catch-all" value={share(total.catch_all)} hint="may bounce" />
        <Stat label="Invalid" value={share(total.invalid)} hint="not to be written to" />
      </StatRow>
      <Card>
        <TimeSeriesChart
          title="Results over time"
          description={`By the ${unit} in which a result of an e-mail was first reported, ${query.timezone}`}
          actions={
            <span className="flex">
              <PngButton name="e-mail health" />
              {file("email-results", "results over time")}
            </span>
          }
          kind="bars"
          unit="results"
          series={MIX_WORDS.filter(({ key }) => total[key] > 0)}
          points={notes.points}
        />
        {notes.list}
      </Card>
      <MixTable
        id="results-by-provider"
        title="By validation provider"
        note="The same results. An e-mail with another result, or from another check, counts once for each."
        keyLabel="Provider"
        countLabel="Results"
        rows={health.byProvider.map((row) => ({ ...row, label: row.key ?? "Not named" }))}
        limit={MOST_ROWS}
        actions={file("email-providers", "results by provider")}
      />
      <MixTable
        id="emails-by-source"
        title="By source"
        note={`Visitors first identified in the period, by the source of their first session, with their primary e-mail as it stands today. The ${MOST_ROWS} largest; the CSV has all.`}
        keyLabel="Source"
        countLabel="With e-mail"
        rows={sources.map((row) => ({ ...row, label: row.key ?? "Not set" }))}
        limit={MOST_ROWS}
        actions={file("email-sources", "e-mails by source")}
      />
    </>
  );
}
