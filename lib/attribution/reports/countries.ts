import { z } from "zod";
import { goalSource } from "#lib/attribution/goal-source.ts";
import { IN_PERIOD } from "#lib/attribution/journeys.ts";
import type { Freshness, KeptReport } from "#lib/attribution/kept/kept-report.ts";
import { daysOf, visitorRanges } from "#lib/attribution/kept/pieces.ts";
import { readKept } from "#lib/attribution/kept/read-kept.ts";
import { whole } from "#lib/columns.ts";
import type { Sql } from "#lib/db/sql.ts";
import { compareKeys } from "./compare-keys.ts";
import { periodInstants, periodSchema, type ReportPeriod } from "./report-period.ts";

const row = z.object({
  /** Two letters; null where the country is not known, or nobody is known on the device. */
  country: z.string().nullable(),
  sessions: whole,
  visitors: whole,
  conversions: whole,
});

export type CountryRow = z.output<typeof row>;

export interface CountriesQuery extends ReportPeriod {
  goal: string;
}

const OF_PERIOD = `s."workspaceId" = $1
  AND s."createdAt" >= $2::timestamptz AND s."createdAt" < $3::timestamptz`;

// Index: session ("workspaceId", "visitorId", "createdAt", sid), which has all that is read of sessions.
const TRAFFIC = `
  SELECT nullif(v."countryCode", '') AS country, sum(t.sessions) AS sessions, count(*) AS visitors,
    0 AS conversions
  FROM (SELECT s."visitorId", count(*) AS sessions FROM session s
    WHERE ${OF_PERIOD} AND s."visitorId" > $4 AND ($5::text IS NULL OR s."visitorId" <= $5)
    GROUP BY 1) t
  LEFT JOIN visitor v ON v."workspaceId" = $1 AND v.id = t."visitorId" GROUP BY 1`;

const NOBODY = `SELECT NULL AS country, count(*) AS sessions, 0 AS visitors, 0 AS conversions
  FROM session s WHERE ${OF_PERIOD} AND s."visitorId" IS NULL HAVING count(*) > 0`;

const CONVERTED = (goal: string) => `
  SELECT nullif(CASE WHEN g."companyId" IS NULL THEN v."countryCode" ELSE c."countryCode" END, '')
    AS country, 0 AS sessions, 0 AS visitors, count(*) AS conversions
  FROM ${goalSource(goal).relation}
  LEFT JOIN visitor v ON v."workspaceId" = $1 AND v.id = g."visitorId"
  LEFT JOIN company c ON c."workspaceId" = $1 AND c.id = g."companyId"
  WHERE ${IN_PERIOD} GROUP BY 1`;

async function sumCountries(sql: Sql, workspaceId: string, query: CountriesQuery) {
  const period = periodInstants(query);
  const found = await sql.query(NOBODY, [workspaceId, ...period]);
  for (const range of await visitorRanges(sql, workspaceId)) {
    found.push(...(await sql.query(TRAFFIC, [workspaceId, ...period, ...range])));
  }
  for (const day of daysOf(period)) {
    found.push(...(await sql.query(CONVERTED(query.goal), [workspaceId, query.goal, ...day])));
  }
  const countries = new Map<string | null, CountryRow>();
  for (const part of found.map((each) => row.parse(each))) {
    const sum = countries.get(part.country);
    if (!sum) countries.set(part.country, part);
    else
      for (const name of ["sessions", "visitors", "conversions"] as const) sum[name] += part[name];
  }
  return [...countries.values()].sort(
    (a, b) =>
      b.sessions - a.sessions || b.conversions - a.conversions || compareKeys(a.country, b.country),
  );
}

export const COUNTRIES_REPORT: KeptReport<CountriesQuery, CountryRow[]> = {
  kind: "countries",
  dependsOn: () => ({ asides: ["people", "outcomes"], isWide: false }),
  query: periodSchema.extend({ goal: z.string() }),
  result: z.array(row),
  sum: sumCountries,
};

/**
 * Sessions, visitors and conversions of the goal by the visitor's country; for outcomes by the account's:
 * the company's own country, or that of the visitor without one. Each visitor and conversion is in one row.
 */
export function listCountries(
  workspaceId: string,
  { from, to, timezone, goal }: CountriesQuery,
  freshness?: Freshness,
): Promise<CountryRow[]> {
  return readKept(COUNTRIES_REPORT, workspaceId, { from, to, timezone, goal }, freshness);
}
