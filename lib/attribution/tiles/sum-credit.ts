import { z } from "zod";
import { ONE } from "#lib/attribution/credit.ts";
import { DIMENSION_NAMES, type DimensionName, keySql } from "#lib/attribution/dimensions.ts";
import { goalSource } from "#lib/attribution/goal-source.ts";
import { epochMs, IN_PERIOD, TOUCH_ORDER, touchCondition } from "#lib/attribution/journeys.ts";
import { MODELS } from "#lib/attribution/models.ts";
import { conversionParts } from "#lib/attribution/reports/conversion-pieces.ts";
import type { Sql } from "#lib/db/sql.ts";
import { TILE_LOOKBACK_DAYS } from "./fits.ts";
import type { Span } from "./spans.ts";
import { CREDIT_COLUMN, TILE_MODELS, type TileModel } from "./tile-models.ts";

/** So many conversions with a key are listed at most, the newest of them. */
export const NEWEST = 200;

/** All keys of a session, in the order of DIMENSION_NAMES. */
export const ALL_KEYS = DIMENSION_NAMES.map(keySql).join(", ");

const conversionRow = z.object({
  at: z.number(),
  touches: z.array(
    z.object({
      sid: z.string(),
      at: z.number(),
      isDirect: z.boolean(),
      keys: z.array(z.string().nullable()),
    }),
  ),
});

interface KeySums {
  conversions: number;
  /** When they were (ms). */
  at: number[];
  parts: Record<TileModel, bigint>;
}

class Sums {
  readonly byKey = new Map<string | null, KeySums>();

  of(key: string | null): KeySums {
    const found = this.byKey.get(key) ?? {
      conversions: 0,
      at: [],
      parts: { first: 0n, last: 0n, last_non_direct: 0n, linear: 0n, position: 0n, time_decay: 0n },
    };
    this.byKey.set(key, found);
    return found;
  }
}

type Conversion = z.output<typeof conversionRow>;

/** The conversions of a goal from one instant up to another, with their touches in order. */
async function loadConversions(
  sql: Sql,
  workspaceId: string,
  goal: string,
  period: readonly [string, string],
): Promise<Conversion[]> {
  const source = goalSource(goal);
  const rows = await sql.query(
    `SELECT ${epochMs('g."reachedAt"')} AS at, coalesce(t.touches, '[]') AS touches
     FROM ${source.relation}
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('sid', s.sid, 'at', ${epochMs('s."createdAt"')},
           'isDirect', s."isDirect", 'keys', jsonb_build_array(${ALL_KEYS}))
         ORDER BY ${TOUCH_ORDER}) AS touches
       FROM session s WHERE ${touchCondition(source, "$5")}
     ) t ON true
     WHERE ${IN_PERIOD}`,
    [workspaceId, goal, ...period, TILE_LOOKBACK_DAYS],
  );
  return rows.map((row) => conversionRow.parse(row));
}

/**
 * The credit of the conversions of a span, by dimension, key and model. How a model shares a conversion
 * does not depend on the dimension, so each is shared once.
 */
export async function sumCreditSpan(sql: Sql, workspaceId: string, goal: string, span: Span) {
  const [start, end] = [new Date(span.start).toISOString(), new Date(span.end).toISOString()];
  const sums = new Map<DimensionName, Sums>(DIMENSION_NAMES.map((name) => [name, new Sums()]));
  const count = ({ at, touches }: Conversion) => {
    const shares = sharesOf(touches, at);
    DIMENSION_NAMES.forEach((dimension, column) => {
      const keys = touches.length === 0 ? [null] : touches.map(({ keys }) => keys[column] ?? null);
      const sum = sums.get(dimension);
      for (const key of new Set(keys)) if (sum) addConversion(sum.of(key), at);
      keys.forEach((key, i) => {
        const parts = sum?.of(key).parts;
        if (!parts) return;
        for (const model of TILE_MODELS) parts[model] += BigInt(shares[model][i] ?? 0);
      });
    });
  };
  for (const part of await conversionParts(sql, workspaceId, goal, [start, end])) {
    for (const conversion of await loadConversions(sql, workspaceId, goal, part)) count(conversion);
  }
  return [...sums].flatMap(([dimension, { byKey }]) =>
    [...byKey].map(([key, { conversions, at, parts }], position) => ({
      ...{ dimension, position, key, conversions, newest: newestOf(at) },
      ...Object.fromEntries(TILE_MODELS.map((m) => [CREDIT_COLUMN[m], String(parts[m])])),
    })),
  );
}

function addConversion(sums: KeySums, at: number): void {
  sums.conversions++;
  sums.at.push(at);
  if (sums.at.length > 2 * NEWEST) sums.at = newestOf(sums.at);
}

function newestOf(at: readonly number[]): number[] {
  return at.toSorted((a, b) => b - a).slice(0, NEWEST);
}

function sharesOf(
  touches: Conversion["touches"],
  at: number,
): Record<TileModel, readonly number[]> {
  const whole = [ONE];
  const share = (model: TileModel) =>
    touches.length < 2
      ? whole
      : MODELS[model].credit(
          touches.map((touch) => ({ ...touch, key: null })),
          at,
        );
  return {
    first: share("first"),
    last: share("last"),
    last_non_direct: share("last_non_direct"),
    linear: share("linear"),
    position: share("position"),
    time_decay: share("time_decay"),
  };
}
