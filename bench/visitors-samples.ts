import { z } from "zod";
import { sql } from "#lib/db/client.ts";

const text = z.array(z.string());
const sampleSchema = z.object({
  ids: text,
  names: text,
  firstNames: text,
  titles: text,
  emails: text,
  companyIds: text,
  companyNames: text,
  domains: text,
  countries: text,
  validities: text,
  sources: text,
  mediums: text,
  campaigns: text,
  industries: text,
  days: text,
});

/** Values that occur in a workspace, to ask for: every query is asked with many of them in turn. */
export type Samples = z.output<typeof sampleSchema>;

const idRow = z.object({ id: z.string() });

/** So many days before the newest visit. */
const DAYS_BACK = [1, 8, 20, 40, 60];

// Copies at equal distances, so that what is frequent in the data is frequent among the questions.
const IDS = `
  SELECT id FROM bench.copy
  WHERE n % greatest(1, (SELECT max(n) / 120 FROM bench.copy)) = 7 ORDER BY n`;

const QUERY = `
  WITH v AS MATERIALIZED (
    SELECT * FROM visitor WHERE "workspaceId" = $1 AND id = ANY($2::text[])
  ), s AS MATERIALIZED (
    SELECT s.* FROM session s WHERE s."workspaceId" = $1 AND s.sid = ANY(ARRAY(SELECT "lastTouchSid" FROM v))
  ), c AS MATERIALIZED (
    SELECT c.* FROM company c WHERE c."workspaceId" = $1 AND c.id = ANY(ARRAY(SELECT "companyId" FROM v))
  )
  SELECT (SELECT array_agg(id) FROM v) AS ids,
    (SELECT array_agg("fullName") FROM v WHERE "fullName" IS NOT NULL) AS names,
    (SELECT array_agg("firstName") FROM v WHERE "firstName" IS NOT NULL) AS "firstNames",
    (SELECT array_agg(DISTINCT "jobTitle") FROM v WHERE "jobTitle" IS NOT NULL) AS titles,
    (SELECT array_agg("primaryEmail") FROM v WHERE "primaryEmail" IS NOT NULL) AS emails,
    (SELECT array_agg("companyId") FROM v WHERE "companyId" IS NOT NULL) AS "companyIds",
    (SELECT array_agg(name) FROM c) AS "companyNames",
    (SELECT array_agg(domain) FROM c WHERE domain IS NOT NULL) AS domains,
    (SELECT array_agg(DISTINCT "countryCode") FROM v WHERE "countryCode" IS NOT NULL) AS countries,
    (SELECT array_agg(DISTINCT validity) FROM v WHERE validity IS NOT NULL) AS validities,
    (SELECT array_agg(DISTINCT source) FROM s WHERE source IS NOT NULL) AS sources,
    (SELECT array_agg(DISTINCT medium) FROM s WHERE medium IS NOT NULL) AS mediums,
    (SELECT array_agg(DISTINCT campaign) FROM s WHERE campaign IS NOT NULL) AS campaigns,
    (SELECT array_agg(DISTINCT industry) FROM c WHERE industry IS NOT NULL) AS industries,
    (SELECT array_agg(to_char(newest - back * interval '1 day', 'YYYY-MM-DD'))
      FROM (SELECT max("lastSeenAt") AS newest FROM visitor WHERE "workspaceId" = $1) n, unnest($3::int[]) back) AS days`;

/** Draws the values from the workspace's own rows. */
export async function drawSamples(workspaceId: string): Promise<Samples> {
  const ids = (await sql().query(IDS)).map((found) => idRow.parse(found).id);
  const [row] = await sql().query(QUERY, [workspaceId, ids, DAYS_BACK]);
  return sampleSchema.parse(row);
}

/** The value for a run: the list again from its start when it is too short. */
export function take(values: readonly string[], run: number): string {
  const value = values[run % values.length];
  if (value === undefined) throw new Error("the workspace has no such value to ask for");
  return value;
}
