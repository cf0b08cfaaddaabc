import { z } from "zod";
import { whole } from "#lib/columns.ts";
import type { Sql } from "#lib/db/sql.ts";
import type { Freshness, KeptReport } from "./kept/kept-report.ts";
import { visitorRanges } from "./kept/pieces.ts";
import { readKept } from "./kept/read-kept.ts";
import { type TrafficQuery, trafficQuery } from "./reports/credit-query.ts";
import { periodInstants } from "./reports/report-period.ts";
import { joinKeys, keySqls } from "./row-key.ts";
import type { AttributionQuery } from "./search-params.ts";
import { hasTrafficTiles } from "./tiles/fits.ts";
import { readTrafficTiles } from "./tiles/read-traffic.ts";
import { type Bind, binding, isFiltered, sessionFits } from "./visitor-filters.ts";

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

/** Of a query; a visitor with two keys counts once in `total`. */
const keptTraffic = z.object({
  byKey: z.array(z.tuple([z.string().nullable(), z.number(), z.number()])),
  total: z.object({ sessions: z.number(), visitors: z.number() }),
});

type KeptTraffic = z.output<typeof keptTraffic>;

/** Whose sessions a statement counts: of a range of visitors, of nobody known (null), or all. */
type Whose = readonly [string, string | null] | null | "all";

/** Filters mostly leave few; without one a statement over everybody would take long. */
async function piecesOf(sql: Sql, workspaceId: string, query: TrafficQuery): Promise<Whose[]> {
  if (isFiltered(query)) return ["all"];
  return [null, ...(await visitorRanges(sql, workspaceId))];
}

function isWhose(whose: Whose, bind: Bind): string {
  if (whose === "all") return "TRUE";
  if (whose === null) return `s."visitorId" IS NULL`;
  const [after, last] = whose;
  const upTo = last === null ? "" : ` AND s."visitorId" <= ${bind(last)}`;
  return `s."visitorId" > ${bind(after)}${upTo}`;
}

/**
 * What came in during the period, by key and all together. Sessions are counted per visitor first: telling
 * visitors apart afterwards needs no sort. Index: session ("workspaceId", "visitorId", "createdAt", sid).
 */
async function sumTraffic(
  sql: Sql,
  workspaceId: string,
  query: TrafficQuery,
): Promise<KeptTraffic> {
  const { key, second } = keySqls(query);
  const byKey = new Map<string | null, Traffic>();
  const total: Traffic = { sessions: 0, visitors: 0 };
  for (const whose of await piecesOf(sql, workspaceId, query)) {
    const values: unknown[] = [workspaceId, ...periodInstants(query)];
    const bind = binding(values);
    const rows = await sql.query(
      `WITH seen AS (
         SELECT ${key} AS key, ${second} AS second, s."visitorId", count(*) AS sessions FROM session s
         WHERE s."workspaceId" = $1
           AND s."createdAt" >= $2::timestamptz AND s."createdAt" < $3::timestamptz
           AND ${isWhose(whose, bind)} AND ${sessionFits(query, bind)}
         GROUP BY 1, 2, 3)
       SELECT key, second, FALSE AS "isTotal", sum(sessions) AS sessions, count("visitorId") AS visitors
       FROM seen GROUP BY 1, 2
       UNION ALL
       SELECT NULL, NULL, TRUE, coalesce(sum(sessions), 0), count("visitorId")
       FROM (SELECT "visitorId", sum(sessions) AS sessions FROM seen GROUP BY 1) AS everybody`,
      values,
    );
    for (const each of rows) {
      const { key, second, isTotal, sessions, visitors } = trafficRow.parse(each);
      const joined = joinKeys(query, key, second);
      const sum = isTotal ? total : (byKey.get(joined) ?? { sessions: 0, visitors: 0 });
      if (!isTotal) byKey.set(joined, sum);
      sum.sessions += sessions;
      sum.visitors += visitors;
    }
  }
  const rows = [...byKey].map(([name, { sessions, visitors }]): KeptTraffic["byKey"][number] => {
    return [name, sessions, visitors];
  });
  // Pieces come in any order of keys; what is kept is compared as it stands.
  return { byKey: rows.sort(([a], [b]) => ((a ?? "") < (b ?? "") ? -1 : 1)), total };
}

export const TRAFFIC_REPORT: KeptReport<TrafficQuery, KeptTraffic> = {
  kind: "traffic",
  dependsOn: (query) => ({ asides: isFiltered(query) ? ["people"] : [], isWide: false }),
  query: trafficQuery,
  result: keptTraffic,
  sum: sumTraffic,
};

/** What came in during the query's period, by its keys and all together; from tiles where it has some. */
export async function getTraffic(
  workspaceId: string,
  query: AttributionQuery,
  freshness?: Freshness,
): Promise<{ byKey: Map<string | null, Traffic>; total: Traffic }> {
  if (hasTrafficTiles(query)) return readTrafficTiles(workspaceId, query);
  const asked = trafficQuery.parse(query);
  const { byKey, total } = await readKept(TRAFFIC_REPORT, workspaceId, asked, freshness);
  return {
    byKey: new Map(byKey.map(([key, sessions, visitors]) => [key, { sessions, visitors }])),
    total,
  };
}
