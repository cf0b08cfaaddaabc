import { z } from "zod";
import { whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectFirst } from "#lib/select.ts";
import { standingAnswers } from "#lib/standing-answers.ts";

/** A full count of a big table is slow; beyond this it is shown as "10,000+". */
export const COUNT_CAP = 10_000;

/** How many rows match; `isCapped` when there are more than `count`. */
export interface CappedCount {
  count: number;
  isCapped: boolean;
}

/** Those beyond the cap: only if thousands of rows went within the minute that they stand would one be wrong. */
const beyond = () => standingAnswers<CappedCount>("counts beyond the cap");

/**
 * Counts the rows of `FROM … WHERE …` up to the cap. A count beyond it is the slowest there is, and each page of the
 * same list would ask for it again: it is kept for a minute.
 */
export async function countCapped(fromWhere: Prisma.Sql): Promise<CappedCount> {
  const kept = beyond().get(fromWhere);
  if (kept) return kept;
  const row = await selectFirst(
    z.object({ count: whole }),
    Prisma.sql`SELECT count(*) AS count FROM (SELECT 1 ${fromWhere} LIMIT ${COUNT_CAP + 1}) AS capped`,
  );
  const count = row?.count ?? 0;
  if (count <= COUNT_CAP) return { count, isCapped: false };
  const capped = { count: COUNT_CAP, isCapped: true };
  beyond().set(fromWhere, capped);
  return capped;
}

/** Lets no count stand: for those who measure. */
export function forgetCounts(): void {
  beyond().clear();
}
