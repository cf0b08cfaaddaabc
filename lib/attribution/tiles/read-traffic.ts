import { z } from "zod";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import type { Traffic } from "#lib/attribution/traffic.ts";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { ensureTiles } from "./ensure-tiles.ts";
import { spansOf } from "./spans.ts";

const row = z.object({
  dimension: z.string(),
  key: z.string().nullable(),
  sessions: whole,
  visitors: whole,
});

// returning[0] and an empty array give NULL: nobody came back since the first date.
const BEFORE = `t."returning"[least(t."date" - $4::date, cardinality(t."returning"))]`;

/** Sessions and visitors of the query's period, from tiles that are brought up to date first. */
export async function readTrafficTiles(
  workspaceId: string,
  { dimension, from, to, timezone }: AttributionQuery,
): Promise<{ byKey: Map<string | null, Traffic>; total: Traffic }> {
  const spans = spansOf(from, to, timezone);
  await ensureTiles(workspaceId, timezone, { traffic: true }, spans);
  const rows = await sql().query(
    `SELECT t.dimension, t.key, sum(t.sessions) AS sessions,
       sum(t.visitors - coalesce(${BEFORE}, 0)) AS visitors
     FROM attribution_traffic t
     WHERE t."workspaceId" = $1 AND t.timezone = $2 AND t.dimension = ANY($3::text[])
       AND t.span = ANY($5::text[])
     GROUP BY t.dimension, t.key`,
    [workspaceId, timezone, ["all", dimension], from, spans.map(({ id }) => id)],
  );
  const byKey = new Map<string | null, Traffic>();
  let total: Traffic = { sessions: 0, visitors: 0 };
  for (const each of rows) {
    const { dimension: name, key, ...traffic } = row.parse(each);
    if (name === "all") total = traffic;
    else byKey.set(key, traffic);
  }
  return { byKey, total };
}
