import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { keySql } from "./dimensions.ts";
import { periodOf } from "./period.ts";
import type { AttributionQuery } from "./search-params.ts";

/** Sessions and identified visitors; sessions of devices that nobody is known on count as sessions. */
export interface Traffic {
  sessions: number;
  visitors: number;
}

const trafficRow = z.object({
  key: z.string().nullable(),
  isTotal: z.boolean(),
  sessions: z.number(),
  visitors: z.number(),
});

/** What came in during the period, by key and all together (a visitor with two keys counts once). */
export async function getTraffic(
  workspaceId: string,
  query: AttributionQuery,
): Promise<{ byKey: Map<string | null, Traffic>; total: Traffic }> {
  const { start, end } = periodOf(query.from, query.to, query.timezone);
  const rows = await sql().query(
    `SELECT key, grouping(key) = 1 AS "isTotal", count(*)::int AS sessions,
            count(DISTINCT "visitorId")::int AS visitors
     FROM (SELECT ${keySql(query.dimension)} AS key, s."visitorId" FROM session s
           WHERE s."workspaceId" = $1
             AND s."createdAt" >= $2::timestamptz AND s."createdAt" < $3::timestamptz) AS touches
     GROUP BY GROUPING SETS ((key), ())`,
    [workspaceId, new Date(start).toISOString(), new Date(end).toISOString()],
  );
  const byKey = new Map<string | null, Traffic>();
  let total: Traffic = { sessions: 0, visitors: 0 };
  for (const row of rows) {
    const { key, isTotal, ...traffic } = trafficRow.parse(row);
    if (isTotal) total = traffic;
    else byKey.set(key, traffic);
  }
  return { byKey, total };
}
