import { z } from "zod";
import { DIMENSION_NAMES } from "#lib/attribution/dimensions.ts";
import type { KeptReport } from "#lib/attribution/kept/kept-report.ts";
import { readKept } from "#lib/attribution/kept/read-kept.ts";
import { periodSchema } from "#lib/attribution/reports/report-period.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import type { Traffic } from "#lib/attribution/traffic.ts";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { ensureTiles } from "./ensure-tiles.ts";
import { cutAtToday } from "./past-dates.ts";
import { spansOf } from "./spans.ts";

const tileQuery = periodSchema.extend({ dimension: z.enum(DIMENSION_NAMES) });

type TileQuery = z.output<typeof tileQuery>;

const text = z.string().nullable();
const row = z.object({ isTotal: z.boolean(), key: text, sessions: whole, visitors: whole });

/** Whether it is the sum of all, key, sessions, visitors. */
const keySums = z.array(z.tuple([z.boolean(), text, z.number(), z.number()]));

type KeySums = z.output<typeof keySums>;

// returning[0] and an empty array give NULL: nobody came back since the first date.
const BEFORE = `t."returning"[least(t."date" - $4::date, cardinality(t."returning"))]`;

/** Adds up tiles; visitors who were there between `since` and the period's first date are left out. */
async function sumTiles(
  workspaceId: string,
  { dimension, from, to, timezone }: TileQuery,
  since: string,
): Promise<KeySums> {
  const spans = spansOf(from, to, timezone);
  await ensureTiles(workspaceId, timezone, { traffic: true }, spans);
  const rows = await sql().query(
    `SELECT t.dimension = 'all' AS "isTotal", t.key, sum(t.sessions) AS sessions,
       sum(t.visitors - coalesce(${BEFORE}, 0)) AS visitors
     FROM attribution_traffic t
     WHERE t."workspaceId" = $1 AND t.timezone = $2 AND t.dimension = ANY($3::text[])
       AND t.span = ANY($5::text[])
     GROUP BY 1, t.key`,
    [workspaceId, timezone, ["all", dimension], since, spans.map(({ id }) => id)],
  );
  return rows.map((each) => {
    const { isTotal, key, sessions, visitors } = row.parse(each);
    return [isTotal, key, sessions, visitors];
  });
}

/** The sums of dates that are over. */
export const PAST_TRAFFIC: KeptReport<TileQuery, KeySums> = {
  kind: "past-traffic",
  dependsOn: () => ({ asides: [], isWide: false }),
  isOfSums: true,
  query: tileQuery,
  result: keySums,
  sum: (_sql, workspaceId, query) => sumTiles(workspaceId, query, query.from),
};

/** Sessions and visitors of the query's period, from tiles that are brought up to date first. */
export async function readTrafficTiles(
  workspaceId: string,
  query: AttributionQuery,
): Promise<{ byKey: Map<string | null, Traffic>; total: Traffic }> {
  const { past, rest } = cutAtToday(tileQuery.parse(query));
  const rows = [
    ...(past ? await readKept(PAST_TRAFFIC, workspaceId, past) : []),
    ...(rest ? await sumTiles(workspaceId, rest, query.from) : []),
  ];
  const byKey = new Map<string | null, Traffic>();
  const total: Traffic = { sessions: 0, visitors: 0 };
  for (const [isTotal, key, sessions, visitors] of rows) {
    const sum = isTotal ? total : (byKey.get(key) ?? { sessions: 0, visitors: 0 });
    if (!isTotal) byKey.set(key, sum);
    sum.sessions += sessions;
    sum.visitors += visitors;
  }
  return { byKey, total };
}
