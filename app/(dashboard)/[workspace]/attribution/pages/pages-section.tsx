import { csvHref } from "#app/(dashboard)/[workspace]/attribution/csv-href.ts";
import { receiptsHref } from "#app/(dashboard)/[workspace]/attribution/report-links.ts";
import { ReceiptsLink } from "#components/attribution/receipts-link.tsx";
import { AsOf } from "#components/attribution/reports/as-of.tsx";
import { CsvLink } from "#components/attribution/reports/download-links.tsx";
import { RankedTable } from "#components/attribution/reports/ranked-table.tsx";
import { freshness } from "#lib/attribution/kept/kept-report.ts";
import { getAttribution } from "#lib/attribution/report.ts";
import { listCountries } from "#lib/attribution/reports/countries.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { countryName, formatNumber } from "#lib/format.ts";

interface Props {
  workspace: { id: string; slug: string };
  path: string;
  query: AttributionQuery;
}

const MOST_ROWS = 100;

/** The heads of the first table. */
export const PAGE_COLUMNS = ["Landing page", "Sessions", "Visitors", "Conversions"];

/** Where people landed, and where they are. */
export async function PagesSection({ workspace, path, query }: Props) {
  const asked: AttributionQuery = { ...query, dimension: "landing_page" };
  const shown = freshness();
  const [landing, countries] = await Promise.all([
    getAttribution(workspace.id, asked),
    listCountries(workspace.id, query, shown),
  ]);
  const pages = landing.rows.toSorted((a, b) => b.sessions - a.sessions);
  return (
    <>
      <AsOf shown={shown} timezone={query.timezone} />
      <RankedTable
        id="landing-pages"
        title="Landing pages"
        note={`Where sessions began; conversions had at least one session that began there. ${most(pages.length)}`}
        head={PAGE_COLUMNS}
        rows={pages.slice(0, MOST_ROWS).map(({ key, sessions, visitors, conversions }) => ({
          key: key ?? "\0",
          label: key ?? "No touch",
          isMuted: key === null,
          cells: [
            formatNumber(sessions),
            formatNumber(visitors),
            conversions === 0 ? (
              "0"
            ) : (
              <ReceiptsLink
                key="receipts"
                href={receiptsHref(path, asked, { key })}
                label={`receipts of ${key ?? "no touch"}`}
                text={formatNumber(conversions)}
              />
            ),
          ],
        }))}
        actions={<CsvLink href={csvHref(path, "landing-pages", asked)} of="landing pages" />}
        emptyText="No session and no conversion in this period."
      />
      <RankedTable
        id="countries"
        title="Countries"
        note={`The visitor’s country as it stands today; of an outcome, the account’s. Every visitor and conversion is in one row. ${most(countries.length)}`}
        head={["Country", "Sessions", "Visitors", "Conversions"]}
        rows={countries.slice(0, MOST_ROWS).map((row) => ({
          key: row.country ?? "\0",
          label: row.country === null ? "Not known" : countryName(row.country),
          isMuted: row.country === null,
          ...(row.country && { href: `/${workspace.slug}/visitors?country=${row.country}` }),
          cells: [
            formatNumber(row.sessions),
            formatNumber(row.visitors),
            formatNumber(row.conversions),
          ],
        }))}
        actions={<CsvLink href={csvHref(path, "countries", query)} of="countries" />}
        emptyText="No session and no conversion in this period."
      />
    </>
  );
}

function most(rows: number): string {
  return rows > MOST_ROWS
    ? `The ${MOST_ROWS} with most sessions of ${formatNumber(rows)}; the CSV has all.`
    : "";
}
