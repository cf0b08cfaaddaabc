import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectFirst } from "#lib/select.ts";

const explained = z.object({
  "QUERY PLAN": z.tuple([z.object({ Plan: z.object({ "Plan Rows": z.number() }) })]),
});

/** How many rows the planner expects of a query, by its statistics: planned, not run. */
export async function estimateRows(query: Prisma.Sql): Promise<number> {
  const row = await selectFirst(explained, Prisma.sql`EXPLAIN (FORMAT JSON) ${query}`);
  return row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}
