import { z } from "zod";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { periodOf } from "./period.ts";
import { joinKeys, keySqls } from "./row-key.ts";
import type { AttributionQuery } from "./search-params.ts";
import { binding, sessionFits } from "./visitor-filters.ts";

/** Sessions and identified visitors; sessions of devices that nobody is known on count as sessions. */
export interface Traffic {
  sessions: number;
  visitors: number;
}

const trafficRow = z.object({
  key: z.string().nullable(),
  second: z.string().nullable(),
  isTotal: z.boolean(),
  sessions: whole,
  visitors: whole,
});

/**
 * What came in during the period, by key and all together (a visitor with two keys counts once). Sessions
 * are counted per visitor first: telling visitors apart afterwards needs no sort.
 */
export async function getTraffic(
  workspaceId: string,
  query: AttributionQuery,
): Promise<{ byKey: Map<string | null, Traffic>; total: Traffic }> {
  const { start, end } = periodOf(query.from, query.to, query.timezone);
  const { key, second } = keySqls(query);
  const values = [workspaceId, new Date(start).toISOString(), new Date(end).toISOString()];
  const rows = await sql().query(
    `WITH seen AS (
       SELECT ${key} AS key, ${second} AS second, s."visitorId", count(*) AS sessions FROM session s
       WHERE s."workspaceId" = $1
         AND s."createdAt" >= $2::timestamptz AND s."createdAt" < $3::timestamptz
         AND ${sessionFits(query, binding(values))}
       GROUP BY 1, 2, 3)
     SELECT key, second, FALSE AS "isTotal", sum(sessions) AS sessions, count("visitorId") AS visitors
     FROM seen GROUP BY 1, 2
     UNION ALL
     SELECT NULL, NULL, TRUE, coalesce(sum(sessions), 0), count("visitorId")
     FROM (SELECT "visitorId", sum(sessions) AS sessions FROM seen GROUP BY 1) AS everybody`,
    values,
  );
  const byKey = new Map<string | null, Traffic>();
  let total: Traffic = { sessions: 0, visitors: 0 };
  for (const each of rows) {
    const { key, second, isTotal, ...traffic } = trafficRow.parse(each);
    if (isTotal) total = traffic;
    else byKey.set(joinKeys(query, key, second), traffic);
  }
  return { byKey, total };
}
