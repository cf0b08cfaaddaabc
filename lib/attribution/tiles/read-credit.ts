import { z } from "zod";
import { ONE } from "#lib/attribution/credit.ts";
import type { CreditByKey, KeyTotals } from "#lib/attribution/credit-by-key.ts";
import { DIMENSION_NAMES } from "#lib/attribution/dimensions.ts";
import type { KeptReport } from "#lib/attribution/kept/kept-report.ts";
import { readKept } from "#lib/attribution/kept/read-kept.ts";
import type { ModelName } from "#lib/attribution/models.ts";
import { periodSchema } from "#lib/attribution/reports/report-period.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { whole } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { ensureTiles } from "./ensure-tiles.ts";
import { cutAtToday } from "./past-dates.ts";
import { spansOf } from "./spans.ts";
import { CREDIT_COLUMN, isTileModel, TILE_MODELS, type TileModel } from "./tile-models.ts";

const tileQuery = periodSchema.extend({ goal: z.string(), dimension: z.enum(DIMENSION_NAMES) });

type TileQuery = z.output<typeof tileQuery>;

const text = z.string().nullable();
const keyRow = z.object({ key: text, conversions: whole, parts: z.array(z.string()) });

/** Key, conversions, parts by each of TILE_MODELS. */
const keySums = z.array(z.tuple([text, z.number(), z.array(z.string())]));

type KeySums = z.output<typeof keySums>;

/** The tiles of a query, brought up to date, as the FROM and WHERE of a statement and its values. */
async function prepare(workspaceId: string, { goal, dimension, from, to, timezone }: TileQuery) {
  const spans = spansOf(from, to, timezone);
  await ensureTiles(workspaceId, timezone, { goal }, spans);
  return {
    tiles: `attribution_credit t WHERE t."workspaceId" = $1 AND t.timezone = $2 AND t.goal = $3
      AND t.span = ANY($5::text[]) AND t.dimension =`,
    values: [workspaceId, timezone, goal, dimension, spans.map(({ id }) => id)],
  };
}

async function sumTiles(workspaceId: string, query: TileQuery): Promise<KeySums> {
  const { tiles, values } = await prepare(workspaceId, query);
  const sums = TILE_MODELS.map((model) => `sum(t."${CREDIT_COLUMN[model]}")::text`);
  const rows = await sql().query(
    `SELECT t.key, sum(t.conversions) AS conversions, ARRAY[${sums.join(", ")}] AS parts
     FROM ${tiles} $4 GROUP BY t.key`,
    values,
  );
  return rows.map((row) => {
    const { key, conversions, parts } = keyRow.parse(row);
    return [key, conversions, parts];
  });
}

/** The sums of dates that are over. */
export const PAST_CREDIT: KeptReport<TileQuery, KeySums> = {
  kind: "past-credit",
  dependsOn: () => ({ asides: [], isWide: false }),
  isOfSums: true,
  query: tileQuery,
  result: keySums,
  sum: (_sql, workspaceId, query) => sumTiles(workspaceId, query),
};

/** Credit by key of the query's period by each of some models, from tiles. */
export async function readCreditTiles(
  workspaceId: string,
  query: AttributionQuery,
  models: readonly TileModel[],
): Promise<Map<TileModel, CreditByKey>> {
  const { past, rest } = cutAtToday(tileQuery.parse(query));
  const rows = [
    ...(past ? await readKept(PAST_CREDIT, workspaceId, past) : []),
    ...(rest ? await sumTiles(workspaceId, rest) : []),
  ];
  return new Map(models.map((model) => [model, creditOf(rows, TILE_MODELS.indexOf(model))]));
}

/** The credit of one of the models. */
function creditOf(rows: KeySums, at: number): CreditByKey {
  const byKey = new Map<string | null, KeyTotals>();
  let all = 0n;
  for (const [key, conversions, parts] of rows) {
    const own = BigInt(parts[at] ?? 0);
    const sum = byKey.get(key) ?? { conversions: 0, parts: 0n, value: 0n };
    byKey.set(key, sum);
    sum.conversions += conversions;
    sum.parts += own;
    all += own;
  }
  // Each conversion is exactly ONE, however its touches share it.
  return { byKey, conversions: Number(all / BigInt(ONE)), parts: all, value: 0n, currency: null };
}

function columnOf(model: ModelName): string {
  if (!isTileModel(model)) throw new FoyerError("invalid_request", `${model} has no tiles.`);
  return `t."${CREDIT_COLUMN[model]}"`;
}

const pointRow = z.object({
  date: z.string(),
  isTotal: z.boolean(),
  key: text,
  parts: z.string().transform(BigInt),
});

interface Point {
  date: string;
  isRest: boolean;
  key: string | null;
  parts: bigint;
}

/**
 * Credit by local date and key, oldest first, from tiles. All others than `keys` are one point a date: a chart
 * draws few of them, and there may be thousands. The credit of a date is the same by every dimension, and
 * channels are few. Index: attribution_credit_by_key_idx.
 */
export async function listCreditByDate(
  workspaceId: string,
  query: AttributionQuery,
  keys: readonly (string | null)[],
): Promise<Point[]> {
  const column = columnOf(query.model);
  const { tiles, values } = await prepare(workspaceId, tileQuery.parse(query));
  const isNull = keys.includes(null) ? "OR hashtextextended(t.key, 0) IS NULL" : "";
  const rows = await sql().query(
    `SELECT t."date"::text AS date, FALSE AS "isTotal", t.key, sum(${column})::text AS parts
     FROM ${tiles} $4 AND (hashtextextended(t.key, 0) = ANY (ARRAY(
         SELECT hashtextextended(k, 0) FROM unnest($6::text[]) AS k)) AND t.key = ANY ($6::text[]) ${isNull})
     GROUP BY t."date", t.key
     UNION ALL
     SELECT t."date"::text, TRUE, NULL, sum(${column})::text FROM ${tiles} 'channel' GROUP BY t."date"
     ORDER BY 1`,
    [...values, keys.filter((key) => key !== null)],
  );
  const points: Point[] = [];
  const rests = new Map<string, bigint>();
  for (const row of rows) {
    const { date, isTotal, key, parts } = pointRow.parse(row);
    rests.set(date, (rests.get(date) ?? 0n) + (isTotal ? parts : -parts));
    if (!isTotal && parts > 0n) points.push({ date, isRest: false, key, parts });
  }
  for (const [date, parts] of rests) {
    if (parts > 0n) points.push({ date, isRest: true, key: null, parts });
  }
  return points.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
