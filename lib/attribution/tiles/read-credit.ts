import { z } from "zod";
import { ONE } from "#lib/attribution/credit.ts";
import type { CreditByKey, KeyTotals } from "#lib/attribution/credit-by-key.ts";
import type { ModelName } from "#lib/attribution/models.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { ensureTiles } from "./ensure-tiles.ts";
import { spansOf } from "./spans.ts";
import { CREDIT_COLUMN, isTileModel, type TileModel } from "./tile-models.ts";

const keyRow = z.object({
  key: z.string().nullable(),
  conversions: whole,
  /** By model, in the order in which they were asked for. */
  parts: z.array(z.string()),
});
const dateRow = z.object({
  date: z.string(),
  isRest: z.boolean(),
  key: z.string().nullable(),
  parts: z.string().transform(BigInt),
});

function columnOf(model: ModelName): string {
  if (!isTileModel(model)) throw new FoyerError("invalid_request", `${model} has no tiles.`);
  return `t."${CREDIT_COLUMN[model]}"`;
}

/** The tiles of a query, brought up to date, as the FROM and WHERE of a statement and its values. */
async function prepare(workspaceId: string, query: AttributionQuery) {
  const { goal, dimension, from, to, timezone } = query;
  const spans = spansOf(from, to, timezone);
  await ensureTiles(workspaceId, timezone, { goal }, spans);
  return {
    tiles: `attribution_credit t WHERE t."workspaceId" = $1 AND t.timezone = $2 AND t.goal = $3
      AND t.dimension = $4 AND t.span = ANY($5::text[])`,
    values: [workspaceId, timezone, goal, dimension, spans.map(({ id }) => id)],
  };
}

/** Credit by key of the query's period by each of some models, from tiles. */
export async function readCreditTiles(
  workspaceId: string,
  query: AttributionQuery,
  models: readonly TileModel[],
): Promise<Map<TileModel, CreditByKey>> {
  const { tiles, values } = await prepare(workspaceId, query);
  const sums = models.map((model) => `sum(${columnOf(model)})::text`);
  const rows = await sql().query(
    `SELECT t.key, sum(t.conversions) AS conversions, ARRAY[${sums.join(", ")}] AS parts
     FROM ${tiles} GROUP BY t.key`,
    values,
  );
  const read = rows.map((row) => keyRow.parse(row));
  return new Map(models.map((model, at) => [model, creditOf(read, at)]));
}

/** The credit of one of the models that were asked for. */
function creditOf(rows: readonly z.output<typeof keyRow>[], at: number): CreditByKey {
  const byKey = new Map<string | null, KeyTotals>();
  let all = 0n;
  for (const { key, conversions, parts } of rows) {
    const own = BigInt(parts[at] ?? 0);
    byKey.set(key, { conversions, parts: own, value: 0n });
    all += own;
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
  const column = columnOf(query.model);
  const { tiles, values } = await prepare(workspaceId, query);
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
