import { z } from "zod";
import { goalSource } from "#lib/attribution/goal-source.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { periodInstants } from "./report-period.ts";

const row = z.object({
  /** Two letters; null where the country is not known, or nobody is known on the device. */
  country: z.string().nullable(),
  sessions: whole,
  visitors: whole,
  conversions: whole,
});

export type CountryRow = z.output<typeof row>;

/**
 * Sessions, visitors and conversions of the goal by the visitor's country; for outcomes by the account's:
 * the company's own country, or that of the visitor without one. Each visitor and conversion is in one row.
 */
export async function listCountries(
  workspaceId: string,
  query: Pick<AttributionQuery, "from" | "to" | "timezone" | "goal">,
): Promise<CountryRow[]> {
  const [start, end] = periodInstants(query);
  const rows = await sql().query(
    `WITH traffic AS (
       SELECT nullif(v."countryCode", '') AS country, sum(t.sessions) AS sessions,
         count(t."visitorId") AS visitors
       FROM (SELECT s."visitorId", count(*) AS sessions FROM session s
         WHERE s."workspaceId" = $1
           AND s."createdAt" >= $3::timestamptz AND s."createdAt" < $4::timestamptz
         GROUP BY 1) t
       LEFT JOIN visitor v ON v."workspaceId" = $1 AND v.id = t."visitorId" GROUP BY 1
     ), converted AS (
       SELECT nullif(CASE WHEN g."companyId" IS NULL THEN v."countryCode" ELSE c."countryCode" END, '')
           AS country, count(*) AS conversions
       FROM ${goalSource(query.goal).relation}
       LEFT JOIN visitor v ON v."workspaceId" = $1 AND v.id = g."visitorId"
       LEFT JOIN company c ON c."workspaceId" = $1 AND c.id = g."companyId"
       WHERE g."reachedAt" >= $3::timestamptz AND g."reachedAt" < $4::timestamptz GROUP BY 1
     )
     SELECT country, coalesce(sum(sessions), 0) AS sessions, coalesce(sum(visitors), 0) AS visitors,
       coalesce(sum(conversions), 0) AS conversions
     FROM (SELECT country, sessions, visitors, NULL::bigint AS conversions FROM traffic
       UNION ALL SELECT country, NULL, NULL, conversions FROM converted) AS both_sides
     GROUP BY country ORDER BY sessions DESC, conversions DESC, country COLLATE "C" NULLS LAST`,
    [workspaceId, query.goal, start, end],
  );
  return rows.map((each) => row.parse(each));
}
