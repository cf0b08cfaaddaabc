import { z } from "zod";
import { type DimensionName, keySql } from "./dimensions.ts";

/** Which dimensions the rows of a report are of: one, or pairs of two. */
export interface RowDimensions {
  dimension: DimensionName;
  secondDimension?: DimensionName | undefined;
}

/** What a row is named by; `secondKey` is there with a second dimension. */
export interface RowKey {
  key: string | null;
  secondKey?: string | null;
}

/** The SQL of the two keys of a session `s`, as two columns; the second is NULL in a report of one dimension. */
export function keysSql(of: RowDimensions): string {
  const { key, second } = keySqls(of);
  return `${key}, ${second}`;
}

/** The same one by one. */
export function keySqls({ dimension, secondDimension }: RowDimensions) {
  return {
    key: keySql(dimension),
    second: secondDimension ? keySql(secondDimension) : "NULL::text",
  };
}

/**
 * The keys of a pair as one, so that models, sums and shares need not know of pairs. Without a second
 * key it is the first; a session with neither is in the row of the key null.
 */
export function joinKeys(
  { secondDimension }: RowDimensions,
  key: string | null,
  secondKey: string | null,
): string | null {
  if (!secondDimension) return key;
  return key === null && secondKey === null ? null : JSON.stringify([key, secondKey]);
}

/** The same of rows. */
export function joinedKeys(of: RowDimensions, rows: readonly RowKey[]): (string | null)[] {
  return rows.map(({ key, secondKey = null }) => joinKeys(of, key, secondKey));
}

const text = z.string().nullable();
const pair = z.tuple([text, text]);

/** What `joinKeys` joined. */
export function splitKeys(
  { secondDimension }: RowDimensions,
  joined: string | null,
): readonly [string | null, string | null] {
  if (!secondDimension) return [joined, null];
  return joined === null ? [null, null] : pair.parse(JSON.parse(joined));
}

/** The SQL of the keys of a session `s` as one text column, for `readJoinedKey`. */
export function joinedKeySql(of: RowDimensions): string {
  const { key, second } = keySqls(of);
  if (!of.secondDimension) return key;
  return `CASE WHEN ${key} IS NOT NULL OR ${second} IS NOT NULL
    THEN jsonb_build_array(${key}, ${second})::text END`;
}

/** What `joinKeys` makes of the keys that `joinedKeySql` read: PostgreSQL writes JSON with spaces. */
export function readJoinedKey(of: RowDimensions, read: string | null): string | null {
  return of.secondDimension ? joinKeys(of, ...splitKeys(of, read)) : read;
}

/** The same as the name of a row. */
export function rowKey(of: RowDimensions, joined: string | null): RowKey {
  const [key, secondKey] = splitKeys(of, joined);
  return of.secondDimension ? { key, secondKey } : { key };
}
