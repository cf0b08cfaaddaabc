import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";

const DAY_MS = 86_400_000;
const VISITORS_AT_ONCE = 100_000;

const visitorRow = z.object({ id: z.string() });

/** A period cut into days, as SQL values: a statement over one of them stays short however much there is. */
export function daysOf([start, end]: readonly [string, string]): [string, string][] {
  const [first, last] = [Date.parse(start), Date.parse(end)];
  const days: [string, string][] = [];
  for (let at = first; at < last; at += DAY_MS) {
    const until = Math.min(at + DAY_MS, last);
    days.push([new Date(at).toISOString(), new Date(until).toISOString()]);
  }
  return days;
}

/**
 * The visitors with sessions, by id, cut into ranges: after the first id, up to and with the second (null:
 * no end). Index: session ("workspaceId", "visitorId", "createdAt", sid).
 */
export async function visitorRanges(
  sql: Sql,
  workspaceId: string,
): Promise<[string, string | null][]> {
  const ranges: [string, string | null][] = [];
  for (let after = ""; ; ) {
    const [row] = await sql.query(
      `SELECT "visitorId" AS id FROM session
       WHERE "workspaceId" = $1 AND "visitorId" > $2 ORDER BY "visitorId" OFFSET $3 LIMIT 1`,
      [workspaceId, after, VISITORS_AT_ONCE],
    );
    const last = row ? visitorRow.parse(row).id : null;
    ranges.push([after, last]);
    if (last === null) return ranges;
    after = last;
  }
}
