import { DIMENSION_NAMES } from "#lib/attribution/dimensions.ts";
import { sql } from "#lib/db/client.ts";
import type { Sql } from "#lib/db/sql.ts";
import type { Span } from "./spans.ts";
import { loadStamps } from "./stamps.ts";
import { sumCreditSpan } from "./sum-credit.ts";
import { sumTrafficSpan } from "./sum-traffic.ts";

/** What a tile holds: the traffic, or the credit of a goal. */
export type TileKind = { traffic: true } | { goal: string };

/** The name of a kind in the table of tiles. */
export function kindName(kind: TileKind): string {
  return "goal" in kind ? kind.goal : "traffic";
}

/**
 * Adds up what has changed since it was added up, or never was, each span in a transaction of its own.
 * Afterwards the tiles of the spans are of a state at or after the call.
 */
export async function ensureTiles(
  workspaceId: string,
  timezone: string,
  kind: TileKind,
  spans: readonly Span[],
): Promise<void> {
  const stamps = await loadStamps(sql(), workspaceId, timezone, kindName(kind), spans);
  for (const span of spans) {
    if (stamps.get(span.id)?.isValid) continue;
    await sql().transaction((tx) => buildTile(tx, workspaceId, timezone, kind, span));
  }
}

async function buildTile(
  tx: Sql,
  workspaceId: string,
  timezone: string,
  kind: TileKind,
  span: Span,
): Promise<void> {
  const name = kindName(kind);
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 7))", [
    [workspaceId, timezone, name, span.id].join("\n"),
  ]);
  // The stamp first: what changes between it and the reading below makes the tile void, never wrong.
  const stamp = (await loadStamps(tx, workspaceId, timezone, name, [span])).get(span.id);
  if (!stamp || stamp.isValid) return;
  const write = { workspaceId, timezone, span };
  if ("goal" in kind) await writeCredit(tx, write, kind.goal);
  else await writeTraffic(tx, write);
  await tx.query(
    `DELETE FROM attribution_tile WHERE "workspaceId" = $1 AND timezone = $2 AND kind = $3 AND ${OWN_SPANS}`,
    [workspaceId, timezone, name, span.id],
  );
  await tx.query(
    `INSERT INTO attribution_tile ("workspaceId", timezone, kind, span, stamp)
     VALUES ($1, $2, $3, $4, $5)`,
    [workspaceId, timezone, name, span.id, stamp.stamp],
  );
}

interface TileWrite {
  workspaceId: string;
  timezone: string;
  span: Span;
}

// A whole date takes the place of its hours.
const OWN_SPANS = `(span = $4 OR length($4) = 10 AND span > $4 AND span < $4 || 'U')`;

async function writeTraffic(tx: Sql, { workspaceId, timezone, span }: TileWrite) {
  const rows = await sumTrafficSpan(tx, workspaceId, timezone, span);
  await tx.query(
    `DELETE FROM attribution_traffic WHERE "workspaceId" = $1 AND timezone = $2
       AND dimension = ANY($3::text[]) AND ${OWN_SPANS}`,
    [workspaceId, timezone, ["all", ...DIMENSION_NAMES], span.id],
  );
  await tx.query(
    `INSERT INTO attribution_traffic ("workspaceId", timezone, dimension, span, position, "date", key,
       sessions, visitors, "returning")
     SELECT $1, $2, x.dimension, $3, x.position, $4::date, x.key, x.sessions, x.visitors, x."returning"
     FROM jsonb_to_recordset($5::text::jsonb) AS x(dimension text, position int, key text, sessions int,
       visitors int, "returning" int[])`,
    [workspaceId, timezone, span.id, span.date, JSON.stringify(rows)],
  );
}

async function writeCredit(tx: Sql, { workspaceId, timezone, span }: TileWrite, goal: string) {
  const rows = await sumCreditSpan(tx, workspaceId, goal, span);
  await tx.query(
    `DELETE FROM attribution_credit WHERE "workspaceId" = $1 AND timezone = $2 AND goal = $5
       AND dimension = ANY($3::text[]) AND ${OWN_SPANS}`,
    [workspaceId, timezone, DIMENSION_NAMES, span.id, goal],
  );
  await tx.query(
    `INSERT INTO attribution_credit ("workspaceId", timezone, goal, dimension, span, position, "date", key,
       conversions, first, last, "lastNonDirect", linear, "positionBased", "timeDecay", newest)
     SELECT $1, $2, $3, x.dimension, $4, x.position, $5::date, x.key, x.conversions, x.first, x.last,
       x."lastNonDirect", x.linear, x."positionBased", x."timeDecay", x.newest
     FROM jsonb_to_recordset($6::text::jsonb) AS x(dimension text, position int, key text, conversions int,
       first bigint, last bigint, "lastNonDirect" bigint, linear bigint, "positionBased" bigint,
       "timeDecay" bigint, newest bigint[])`,
    [workspaceId, timezone, goal, span.id, span.date, JSON.stringify(rows)],
  );
}
