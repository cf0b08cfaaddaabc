import { z } from "zod";
import { FoyerError } from "#lib/errors.ts";

/** One page of a list. `nextCursor` is null on the last page. */
export interface Page<T> {
  rows: T[];
  nextCursor: string | null;
}

const envelope = z.strictObject({ s: z.string(), k: z.array(z.unknown()) });

/** An opaque cursor: the sort it belongs to and the last row's values in that sort. */
export function encodeCursor(sort: string, key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify({ s: sort, k: key })).toString("base64url");
}

/**
 * The values of a cursor, checked against `key`; null without a cursor. A text that is no cursor, or a
 * cursor of another sort, is `invalid_request`.
 */
export function decodeCursor<T extends z.ZodType>(
  cursor: string | undefined,
  sort: string,
  key: T,
): z.output<T> | null {
  if (cursor === undefined) return null;
  const opened = envelope.safeParse(parseJson(cursor));
  if (!opened.success) throw invalidCursor("This cursor is not one of ours.");
  if (opened.data.s !== sort) throw invalidCursor("This cursor belongs to another sort order.");
  const values = key.safeParse(opened.data.k);
  if (!values.success) throw invalidCursor("This cursor is not one of ours.");
  return values.data;
}

/**
 * A page from rows that were asked for with one more than `limit`: the extra row only says that there
 * is a next page.
 */
export function pageOf<T>(rows: T[], limit: number, cursorOf: (last: T) => string): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null; // not JSON: the envelope refuses it
  }
}

function invalidCursor(message: string): FoyerError {
  return new FoyerError("invalid_request", message, { parameter: "cursor" });
}
