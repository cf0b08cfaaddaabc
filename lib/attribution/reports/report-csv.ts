import { getAttribution } from "#lib/attribution/report.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { listCampaigns } from "./campaigns.ts";
import { listCountries } from "./countries.ts";
import { getEmailHealth, listEmailHealthBySource } from "./email-health.ts";
import { getFunnel } from "./funnel.ts";
import { MIX_NAMES, type ValidityMix } from "./validity-mix.ts";

type Cell = string | number | null;
type Reader = (workspaceId: string, query: AttributionQuery) => Promise<Cell[][]>;

const mixCells = (mix: ValidityMix) => MIX_NAMES.map((name) => mix[name]);

/** The report's rows under their head, complete. The key null is an empty cell. */
const READERS = {
  funnel: async (id, query) => [
    ["step", "visitors", "any_order", "median_ms"],
    ...(await getFunnel(id, query)).map((row) => [
      ...[row.step, row.visitors, row.anyOrder, row.medianMs],
    ]),
  ],
  "email-results": async (id, query) => [
    ["from", "to", ...MIX_NAMES],
    ...(await getEmailHealth(id, query)).overTime.map(({ from, to, mix }) => [
      ...[from, to, ...mixCells(mix)],
    ]),
  ],
  "email-providers": async (id, query) => [
    ["provider", ...MIX_NAMES],
    ...(await getEmailHealth(id, query)).byProvider.map(({ key, mix }) => [key, ...mixCells(mix)]),
  ],
  "email-sources": async (id, query) => [
    ["source", "visitors", ...MIX_NAMES],
    ...(await listEmailHealthBySource(id, query)).map(({ key, visitors, mix }) => [
      ...[key, visitors, ...mixCells(mix)],
    ]),
  ],
  campaigns: async (id, query) => [
    [
      ...["campaign", "sessions", "visitors", "companies", "with_email", "valid"],
      ...["conversions", "credit"],
    ],
    ...(await listCampaigns(id, query, Number.POSITIVE_INFINITY)).rows.map((row) => [
      ...[row.key, row.sessions, row.visitors, row.companies, row.withEmail, row.valid],
      ...[row.conversions, row.credit],
    ]),
  ],
  "landing-pages": async (id, query) => {
    const { rows } = await getAttribution(id, { ...query, dimension: "landing_page" });
    return [
      ["landing_page", "sessions", "visitors", "conversions", "credit"],
      ...rows.map((row) => [row.key, row.sessions, row.visitors, row.conversions, row.credit]),
    ];
  },
  countries: async (id, query) => [
    ["country", "sessions", "visitors", "conversions"],
    ...(await listCountries(id, query)).map((row) => [
      ...[row.country, row.sessions, row.visitors, row.conversions],
    ]),
  ],
} as const satisfies Record<string, Reader>;

export type ReportFile = keyof typeof READERS;

/** Names of the tables that can be downloaded (a closed list that Object.keys types as strings). */
export const REPORT_FILES = Object.keys(READERS) as ReportFile[];

/** A table of a report as records for a CSV file: its head, then every row. */
export function readReportRecords(
  workspaceId: string,
  file: ReportFile,
  query: AttributionQuery,
): Promise<Cell[][]> {
  return READERS[file](workspaceId, query);
}
