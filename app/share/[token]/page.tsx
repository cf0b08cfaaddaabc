import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { FiguresCard } from "#components/attribution/handing-on/figures-card.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { StatRow } from "#components/ui/stat-row.tsx";
import { figureText } from "#lib/attribution/figures/figure-words.ts";
import { readShare } from "#lib/attribution/shares/read-share.ts";
import { requestOrigin } from "#lib/auth/request-origin.ts";
import { formatNumber } from "#lib/format.ts";
import { SharedChart } from "./shared-chart.tsx";

// The address is the key: no other site may learn it, and no search engine list it.
export const metadata: Metadata = {
  title: "Shared report",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

interface Props {
  params: Promise<{ token: string }>;
}

const read = cache(async (token: string) => readShare(token, (await requestOrigin()).address));

/** The figures of a shared report, for whoever has the link. The token is the gate. */
export default async function SharePage({ params }: Props) {
  const shared = await read((await params).token);
  if (!shared) notFound();
  const { name, workspace, asked, figures } = shared;
  const { stats, tables, currency } = figures;
  return (
    <main className="min-h-dvh bg-canvas pb-8 [&>*]:mx-auto [&>*]:max-w-7xl">
      <PageHeader
        title={name}
        description={`${workspace.name} · Only identified sessions are counted, not all traffic. Figures alone: nobody is named.`}
      />
      <PageBody>
        <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {asked.map((line) => (
            <div key={line.name} className="flex gap-1.5">
              <dt className="text-ink-muted">{line.name}</dt>
              <dd className="wrap-anywhere">{line.text}</dd>
            </div>
          ))}
        </dl>
        <StatRow>
          {stats.map(({ label, value, as }) => (
            <Stat key={label} label={label} value={figureText(value, as, currency)} />
          ))}
        </StatRow>
        <SharedChart shared={shared} />
        {tables.map(({ title, note, keyLabel, columns, rows, total, more }, at) => {
          const texts = (cells: readonly (number | null)[]) =>
            columns.map(({ as }, column) => figureText(cells[column] ?? null, as, currency));
          return (
            <FiguresCard
              key={title}
              id={`figures-${at}`}
              title={title}
              note={more > 0 ? `${note} ${formatNumber(more)} more rows are left out.` : note}
              head={[keyLabel, ...columns.map(({ label }) => label)]}
              rows={rows.map(({ key, cells }) => ({ key, cells: texts(cells) }))}
              total={total && texts(total)}
            />
          );
        })}
      </PageBody>
    </main>
  );
}
