import { z } from "zod";
import { type AttributionRow, getAttribution } from "#lib/attribution/report.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { periodInstants, type ReportPeriod } from "./report-period.ts";

const factRow = z.object({
  campaign: z.string(),
  companies: whole,
  withEmail: whole,
  valid: whole,
});

/** What is known of the visitors that a campaign brought in the period. */
export type CampaignFacts = z.output<typeof factRow>;

/**
 * Companies and e-mails behind some campaigns: of the visitors with a session of the campaign in the
 * period. `valid` counts valid and valid catch-all primary e-mails.
 */
export async function listCampaignFacts(
  workspaceId: string,
  period: ReportPeriod,
  campaigns: readonly string[],
): Promise<Map<string, CampaignFacts>> {
  if (campaigns.length === 0) return new Map();
  const rows = await sql().query(
    `SELECT t.campaign, count(DISTINCT v."companyId") AS companies,
       count(*) FILTER (WHERE v."primaryEmail" IS NOT NULL) AS "withEmail",
       count(*) FILTER (WHERE v.validity IN ('valid', 'valid_catch_all')) AS valid
     FROM (SELECT DISTINCT s.campaign, s."visitorId" FROM session s
       WHERE s."workspaceId" = $1 AND s.campaign = ANY($4::text[]) AND s."visitorId" IS NOT NULL
         AND s."createdAt" >= $2::timestamptz AND s."createdAt" < $3::timestamptz) t
     JOIN visitor v ON v."workspaceId" = $1 AND v.id = t."visitorId"
     GROUP BY t.campaign`,
    [workspaceId, ...periodInstants(period), campaigns],
  );
  return new Map(rows.map((row) => factRow.parse(row)).map((row) => [row.campaign, row]));
}

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
) {
  const report = await getAttribution(workspaceId, { ...query, dimension: "campaign" });
  const named = report.rows.flatMap((row) => (row.key === null ? [] : [{ ...row, key: row.key }]));
  const shown = named.slice(0, most);
  const facts = await listCampaignFacts(
    workspaceId,
    query,
    shown.map(({ key }) => key),
  );
  const rows = shown.map((row): CampaignRow => {
    const { companies = 0, withEmail = 0, valid = 0 } = facts.get(row.key) ?? {};
    return { ...row, companies, withEmail, valid };
  });
  return { rows, more: named.length - rows.length };
}
