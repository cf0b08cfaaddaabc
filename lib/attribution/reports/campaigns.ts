import type { Freshness } from "#lib/attribution/kept/kept-report.ts";
import { type AttributionRow, getAttribution } from "#lib/attribution/report.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { listCampaignFacts } from "./campaign-facts.ts";

export interface CampaignRow extends AttributionRow {
  key: string;
  companies: number;
  withEmail: number;
  valid: number;
}

/** The companies and e-mails of so many campaigns are looked up; the rest is named by its number. */
export const MOST_CAMPAIGNS = 200;

/** Campaigns of the period, most credit first, with all that the attribution report knows of them. */
export async function listCampaigns(
  workspaceId: string,
  query: AttributionQuery,
  most = MOST_CAMPAIGNS,
  freshness?: Freshness,
) {
  const report = await getAttribution(workspaceId, { ...query, dimension: "campaign" });
  const named = report.rows.flatMap((row) => (row.key === null ? [] : [{ ...row, key: row.key }]));
  const shown = named.slice(0, most);
  const facts = await listCampaignFacts(
    workspaceId,
    query,
    shown.map(({ key }) => key),
    freshness,
  );
  const rows = shown.map((row): CampaignRow => {
    const { companies = 0, withEmail = 0, valid = 0 } = facts.get(row.key) ?? {};
    return { ...row, companies, withEmail, valid };
  });
  return { rows, more: named.length - rows.length };
}
