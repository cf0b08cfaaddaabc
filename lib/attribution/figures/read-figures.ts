import { getAttribution } from "#lib/attribution/report.ts";
import { listCampaigns } from "#lib/attribution/reports/campaigns.ts";
import { listCountries } from "#lib/attribution/reports/countries.ts";
import { getFunnel } from "#lib/attribution/reports/funnel.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { countryName } from "#lib/format.ts";
import { STEP_WORDS } from "#lib/visitor-words.ts";
import { creditFigures, modelFigures } from "./credit-figures.ts";
import { emailFigures } from "./email-figures.ts";
import { keyText } from "./figure-words.ts";
import { figuresTable, type ReportFigures } from "./figures.ts";
import { journeyFigures } from "./journey-figures.ts";
import type { ReportName } from "./reports.ts";

type Reader = (
  workspaceId: string,
  query: AttributionQuery,
  params: Record<string, string>,
) => Promise<ReportFigures>;

const READERS: Record<ReportName, Reader> = {
  credit: creditFigures,
  models: modelFigures,
  emails: emailFigures,
  journeys: journeyFigures,
  funnel: async (id, query) => {
    const rows = await getFunnel(id, query);
    const all = rows[0]?.visitors ?? 0;
    const table = figuresTable({
      title: "Step by step",
      note: "A step counts who reached it and every step before it. Median time from the step before, for the first from the first session.",
      keyLabel: "Step",
      columns: [
        { label: "Visitors", as: "count" },
        { label: "Of the step before", as: "share" },
        { label: "Of identified", as: "share" },
        { label: "In any order", as: "count" },
        { label: "Median time", as: "duration" },
      ],
      rows: rows.map(({ step, visitors, anyOrder, medianMs }, at) => ({
        key: STEP_WORDS[step],
        cells: [
          visitors,
          at === 0 ? null : share(visitors, rows[at - 1]?.visitors ?? 0),
          share(visitors, all),
          anyOrder,
          medianMs,
        ],
      })),
      total: null,
    });
    const outcomes = rows.at(-1)?.anyOrder ?? 0;
    return {
      stats: [
        { label: "First identified", value: all, as: "count" },
        { label: "With an outcome", value: outcomes, as: "count" },
      ],
      tables: [table],
      currency: null,
    };
  },
  campaigns: async (id, query) => {
    const { rows, more } = await listCampaigns(id, { ...query, dimension: "campaign" });
    const table = figuresTable({
      title: "Campaigns",
      note: "Most credit first. Share valid: valid and valid catch-all among the primary e-mails of its visitors.",
      keyLabel: "Campaign",
      columns: [
        { label: "Sessions", as: "count" },
        { label: "Visitors", as: "count" },
        { label: "Companies", as: "count" },
        { label: "Share valid", as: "share" },
        { label: "Conversions", as: "count" },
        { label: "Credit", as: "credit" },
      ],
      rows: rows.map((row) => ({
        key: keyText(row.key, "campaign"),
        cells: [
          ...[row.sessions, row.visitors, row.companies, share(row.valid, row.withEmail)],
          ...[row.conversions, row.credit],
        ],
      })),
      total: null,
    });
    const tables = [{ ...table, more: table.more + more }];
    return {
      stats: [{ label: "Campaigns", value: rows.length + more, as: "count" }],
      tables,
      currency: null,
    };
  },
  pages: async (id, query) => {
    const [landing, countries] = await Promise.all([
      getAttribution(id, { ...query, dimension: "landing_page", secondDimension: undefined }),
      listCountries(id, query),
    ]);
    const columns = (["Sessions", "Visitors", "Conversions"] as const).map((label) => ({
      label,
      as: "count" as const,
    }));
    const cells = (row: { sessions: number; visitors: number; conversions: number }) => [
      ...[row.sessions, row.visitors, row.conversions],
    ];
    return {
      stats: [
        { label: "Sessions", value: landing.total.sessions, as: "count" },
        { label: "Visitors", value: landing.total.visitors, as: "count" },
        { label: "Conversions", value: landing.total.conversions, as: "count" },
      ],
      tables: [
        figuresTable({
          title: "Landing pages",
          note: "Where sessions began; conversions had at least one session that began there.",
          ...{ keyLabel: "Landing page", columns, total: null },
          rows: landing.rows
            .toSorted((a, b) => b.sessions - a.sessions)
            .map((row) => ({ key: keyText(row.key, "landing_page"), cells: cells(row) })),
        }),
        figuresTable({
          title: "Countries",
          note: "The visitor’s country as it stands today. Every visitor and conversion is in one row.",
          ...{ keyLabel: "Country", columns, total: null },
          rows: countries.map((row) => ({
            key: row.country === null ? "Not known" : countryName(row.country),
            cells: cells(row),
          })),
        }),
      ],
      currency: null,
    };
  },
};

function share(part: number, of: number): number | null {
  return of > 0 ? part / of : null;
}

/** The figures of a report. Sums alone: neither a person nor a company is named in them. */
export function readFigures(
  workspaceId: string,
  report: ReportName,
  query: AttributionQuery,
  params: Record<string, string>,
): Promise<ReportFigures> {
  return READERS[report](workspaceId, query, params);
}
