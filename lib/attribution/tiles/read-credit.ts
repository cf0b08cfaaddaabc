import { z } from "zod";
import { ONE } from "#lib/attribution/credit.ts";
import type { CreditByKey, KeyTotals } from "#lib/attribution/credit-by-key.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { ensureTiles } from "./ensure-tiles.ts";
import { spansOf } from "./spans.ts";
import { CREDIT_COLUMN, isTileModel } from "./tile-models.ts";

const parts = z.string().transform(BigInt);
const keyRow = z.object({ key: z.string().nullable(), conversions: whole, parts });
const dateRow = z.object({
  date: z.string(),
  isRest: z.boolean(),
  key: z.string().nullable(),
  parts,
});

/** The tiles of a query, brought up to date, as the FROM and WHERE of a statement and its values. */
async function prepare(workspaceId: string, query: AttributionQuery) {
  const { goal, model, dimension, from, to, timezone } = query;
  if (!isTileModel(model)) throw new FoyerError("invalid_request", `${model} has no tiles.`);
  const spans = spansOf(from, to, timezone);
  await ensureTiles(workspaceId, timezone, { goal }, spans);
  return {
    column: `t."${CREDIT_COLUMN[model]}"`,
    tiles: `attribution_credit t WHERE t."workspaceId" = $1 AND t.timezone = $2 AND t.goal = $3
      AND t.dimension = $4 AND t.span = ANY($5::text[])`,
    values: [workspaceId, timezone, goal, dimension, spans.map(({ id }) => id)],
  };
}

/** Credit by key of the query's period, from tiles. */
export async function readCreditTiles(
  workspaceId: string,
  query: AttributionQuery,
): Promise<CreditByKey> {
  const { column, tiles, values } = await prepare(workspaceId, query);
  const rows = await sql().query(
    `SELECT t.key, sum(t.conversions) AS conversions, sum(${column})::text AS parts
     FROM ${tiles} GROUP BY t.key`,
    values,
  );
  const byKey = new Map<string | null, KeyTotals>();
  let all = 0n;
  for (const row of rows) {
    const { key, ...totals } = keyRow.parse(row);
    byKey.set(key, { ...totals, value: 0n });
    all += totals.parts;
  }
  // Each conversion is exactly ONE, however its touches share it.
  return { byKey, conversions: Number(all / BigInt(ONE)), parts: all, value: 0n, currency: null };
}

/**
 * Credit by local date and key, oldest first, from tiles. All others than `keys` are one point a date: a chart
 * draws few of them, and there may be thousands.
 */
export async function listCreditByDate(
  workspaceId: string,
  query: AttributionQuery,
  keys: readonly (string | null)[],
) {
  const { column, tiles, values } = await prepare(workspaceId, query);
  // Of the key null the comparison is NULL, of an empty list FALSE.
  const isNamed = `coalesce(t.key = ANY($6::text[]), FALSE)${keys.includes(null) ? " OR t.key IS NULL" : ""}`;
  const rows = await sql().query(
    `SELECT x.date::text AS date, x."isRest", CASE WHEN NOT x."isRest" THEN x.key END AS key,
       sum(x.parts)::text AS parts
     FROM (SELECT t."date", t.key, ${column} AS parts, NOT (${isNamed}) AS "isRest"
       FROM ${tiles} AND ${column} > 0) x
     GROUP BY 1, 2, 3 ORDER BY 1`,
    [...values, keys.filter((key) => key !== null)],
  );
  return rows.map((row) => dateRow.parse(row));
}
