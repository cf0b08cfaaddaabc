import { z } from "zod";
import { whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectFirst } from "#lib/select.ts";

/** A full count of a big table is slow; beyond this it is shown as "10,000+". */
export const COUNT_CAP = 10_000;

/** How many rows match; `isCapped` when there are more than `count`. */
export interface CappedCount {
  count: number;
  isCapped: boolean;
}

/** Counts the rows of `FROM … WHERE …` up to the cap. */
export async function countCapped(fromWhere: Prisma.Sql): Promise<CappedCount> {
  const row = await selectFirst(
    z.object({ count: whole }),
    Prisma.sql`SELECT count(*) AS count FROM (SELECT 1 ${fromWhere} LIMIT ${COUNT_CAP + 1}) AS capped`,
  );
  const count = row?.count ?? 0;
  return { count: Math.min(count, COUNT_CAP), isCapped: count > COUNT_CAP };
}
