import { z } from "zod";
import { now } from "#lib/clock.ts";
import { whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectFirst } from "#lib/select.ts";
import { slot } from "#lib/slot.ts";

/** A full count of a big table is slow; beyond this it is shown as "10,000+". */
export const COUNT_CAP = 10_000;

/** How many rows match; `isCapped` when there are more than `count`. */
export interface CappedCount {
  count: number;
  isCapped: boolean;
}

/** For so long a count beyond the cap stands: only if thousands of rows went meanwhile would it be wrong. */
const STANDS_MS = 60_000;
const MOST_KEPT = 1_000;

/** Until when (ms since the epoch) each question stands that had an answer beyond the cap. */
const beyond = () => slot("counts beyond the cap", () => new Map<string, number>());

/**
 * Counts the rows of `FROM … WHERE …` up to the cap. A count beyond it is the slowest there is, and each page of the
 * same list would ask for it again: it is kept for a minute.
 */
export async function countCapped(fromWhere: Prisma.Sql): Promise<CappedCount> {
  const key = JSON.stringify([fromWhere.text, fromWhere.values]);
  const kept = beyond();
  if ((kept.get(key) ?? 0) > now()) return { count: COUNT_CAP, isCapped: true };
  const row = await selectFirst(
    z.object({ count: whole }),
    Prisma.sql`SELECT count(*) AS count FROM (SELECT 1 ${fromWhere} LIMIT ${COUNT_CAP + 1}) AS capped`,
  );
  const count = row?.count ?? 0;
  if (count <= COUNT_CAP) return { count, isCapped: false };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, now() + STANDS_MS);
  return { count: COUNT_CAP, isCapped: true };
}

/** Lets no count stand: for those who measure. */
export function forgetCounts(): void {
  beyond().clear();
}
