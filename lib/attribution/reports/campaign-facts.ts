import { z } from "zod";
import type { Freshness, KeptReport } from "#lib/attribution/kept/kept-report.ts";
import { readKept } from "#lib/attribution/kept/read-kept.ts";
import { whole } from "#lib/columns.ts";
import type { Sql } from "#lib/db/sql.ts";
import { periodInstants, periodSchema, type ReportPeriod } from "./report-period.ts";

const factRow = z.object({
  campaign: z.string(),
  companies: whole,
  withEmail: whole,
  valid: whole,
});

/** What is known of the visitors that a campaign brought in the period. */
export type CampaignFacts = z.output<typeof factRow>;

export interface CampaignFactsQuery extends ReportPeriod {
  /** Sorted, so that equal questions are equal. */
  campaigns: readonly string[];
}

// Index: session ("workspaceId", campaign, "visitorId"); one campaign at a time.
const FACTS = `
  SELECT $4 AS campaign, count(DISTINCT v."companyId") AS companies,
    count(*) FILTER (WHERE v."primaryEmail" IS NOT NULL) AS "withEmail",
    count(*) FILTER (WHERE v.validity IN ('valid', 'valid_catch_all')) AS valid, count(*) AS all
  FROM (SELECT DISTINCT s."visitorId" FROM session s
    WHERE s."workspaceId" = $1 AND s.campaign = $4 AND s."visitorId" IS NOT NULL
      AND s."createdAt" >= $2::timestamptz AND s."createdAt" < $3::timestamptz) t
  JOIN visitor v ON v."workspaceId" = $1 AND v.id = t."visitorId" HAVING count(*) > 0`;

async function sumFacts(sql: Sql, workspaceId: string, query: CampaignFactsQuery) {
  const facts: CampaignFacts[] = [];
  for (const campaign of query.campaigns) {
    const rows = await sql.query(FACTS, [workspaceId, ...periodInstants(query), campaign]);
    facts.push(...rows.map((row) => factRow.parse(row)));
  }
  return facts;
}

export const FACTS_REPORT: KeptReport<CampaignFactsQuery, CampaignFacts[]> = {
  kind: "campaign-facts",
  dependsOn: () => ({ asides: ["people"], isWide: false }),
  query: periodSchema.extend({ campaigns: z.array(z.string()) }),
  result: z.array(factRow),
  sum: sumFacts,
};

/**
 * Companies and e-mails behind some campaigns: of the visitors with a session of the campaign in the
 * period. `valid` counts valid and valid catch-all primary e-mails.
 */
export async function listCampaignFacts(
  workspaceId: string,
  { from, to, timezone }: ReportPeriod,
  campaigns: readonly string[],
  freshness?: Freshness,
): Promise<Map<string, CampaignFacts>> {
  if (campaigns.length === 0) return new Map();
  const query = { from, to, timezone, campaigns: campaigns.toSorted() };
  const rows = await readKept(FACTS_REPORT, workspaceId, query, freshness);
  return new Map(rows.map((row) => [row.campaign, row]));
}
