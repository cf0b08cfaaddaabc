import { z } from "zod";
import type { Freshness, KeptReport } from "#lib/attribution/kept/kept-report.ts";
import { readKept } from "#lib/attribution/kept/read-kept.ts";
import { instant, whole } from "#lib/columns.ts";
import type { Sql } from "#lib/db/sql.ts";
import { periodInstants, periodSchema, type ReportPeriod } from "./report-period.ts";
import { addToMix, emptyMix, mixSchema } from "./validity-mix.ts";

/** Pages are counted in the latest so many sessions. */
export const MOST_PAGE_SESSIONS = 20_000;

const visitorRow = z.object({
  id: z.string(),
  name: z.string().nullable(),
  companyName: z.string().nullable(),
  validity: z.string().nullable(),
  email: z.string().nullable(),
  sessions: whole,
  lastAt: instant,
});
const companyRow = z.object({
  id: z.string(),
  name: z.string(),
  visitors: whole,
  sessions: whole,
});
const pageRow = z.object({ path: z.string(), views: whole, sessions: whole });
const sumRow = z.object({ sessions: whole, visitors: whole, companies: whole });
const mixRow = z.object({ validity: z.string().nullable(), count: whole });

const campaign = sumRow.extend({
  /** Primary e-mails of its visitors. */
  mix: mixSchema,
  /** Latest session first. */
  latest: z.array(visitorRow),
  /** Most visitors first. */
  topCompanies: z.array(companyRow),
  /** Most views first, of the latest `MOST_PAGE_SESSIONS` sessions. */
  pages: z.array(pageRow),
});

/** What one campaign brought in a period. */
export type Campaign = z.output<typeof campaign>;

export interface CampaignQuery extends ReportPeriod {
  campaign: string;
  /** How many rows each list has. */
  rows: number;
}

// Index: session ("workspaceId", campaign, "visitorId").
const OWN = `s."workspaceId" = $1 AND s.campaign = $4
  AND s."createdAt" >= $2::timestamptz AND s."createdAt" < $3::timestamptz`;

const PEOPLE = `people AS (SELECT s."visitorId" AS id, count(*) AS sessions, max(s."createdAt") AS "lastAt"
  FROM session s WHERE ${OWN} AND s."visitorId" IS NOT NULL GROUP BY 1)`;
const JOIN = `people p JOIN visitor v ON v."workspaceId" = $1 AND v.id = p.id`;

async function sumCampaign(sql: Sql, workspaceId: string, query: CampaignQuery): Promise<Campaign> {
  const { rows } = query;
  const values = [workspaceId, ...periodInstants(query), query.campaign];
  const ask = (text: string, more: unknown[] = []) => sql.query(text, [...values, ...more]);
  const [sums] = await ask(
    `SELECT count(*) AS sessions, count(DISTINCT s."visitorId") AS visitors,
       count(DISTINCT v."companyId") AS companies
     FROM session s LEFT JOIN visitor v ON v."workspaceId" = $1 AND v.id = s."visitorId" WHERE ${OWN}`,
  );
  const mix = emptyMix();
  const validities = await ask(
    `WITH ${PEOPLE} SELECT v.validity, count(*) AS count FROM ${JOIN}
     WHERE v."primaryEmail" IS NOT NULL GROUP BY 1`,
  );
  for (const row of validities.map((each) => mixRow.parse(each))) {
    addToMix(mix, row.validity, row.count);
  }
  const latest = await ask(
    `WITH ${PEOPLE} SELECT v.id, v."fullName" AS name, v."companyName", v.validity,
       v."primaryEmail" AS email, p.sessions, p."lastAt"
     FROM ${JOIN} ORDER BY p."lastAt" DESC, v.id COLLATE "C" LIMIT $5`,
    [rows],
  );
  const companies = await ask(
    `WITH ${PEOPLE} SELECT c.id, c.name, count(*) AS visitors, sum(p.sessions) AS sessions
     FROM ${JOIN} JOIN company c ON c."workspaceId" = $1 AND c.id = v."companyId"
     GROUP BY c.id, c.name ORDER BY 3 DESC, 4 DESC, c.id COLLATE "C" LIMIT $5`,
    [rows],
  );
  const pages = await ask(
    `SELECT p.path, count(*) AS views, count(DISTINCT p.sid) AS sessions
     FROM (SELECT s.sid FROM session s WHERE ${OWN}
       ORDER BY s."createdAt" DESC, s.sid DESC LIMIT $6) t
     JOIN page_view p ON p."workspaceId" = $1 AND p.sid = t.sid AND p.signal = 'pageview'
     GROUP BY p.path ORDER BY 2 DESC, p.path COLLATE "C" LIMIT $5`,
    [rows, MOST_PAGE_SESSIONS],
  );
  return {
    ...sumRow.parse(sums),
    mix,
    latest: latest.map((row) => visitorRow.parse(row)),
    topCompanies: companies.map((row) => companyRow.parse(row)),
    pages: pages.map((row) => pageRow.parse(row)),
  };
}

export const CAMPAIGN_REPORT: KeptReport<CampaignQuery, Campaign> = {
  kind: "campaign",
  dependsOn: () => ({ asides: ["people", "pages"], isWide: false }),
  query: periodSchema.extend({ campaign: z.string(), rows: z.number() }),
  result: campaign,
  sum: sumCampaign,
};

/** One campaign's numbers with the first rows of its lists; all zero when it brought nobody. */
export function getCampaign(
  workspaceId: string,
  { from, to, timezone }: ReportPeriod,
  campaign: string,
  rows = 10,
  freshness?: Freshness,
): Promise<Campaign> {
  const query = { from, to, timezone, campaign, rows };
  return readKept(CAMPAIGN_REPORT, workspaceId, query, freshness);
}
