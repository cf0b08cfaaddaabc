import { z } from "zod";
import { sql } from "#lib/db/client.ts";

const explained = z.object({
  "QUERY PLAN": z.tuple([z.object({ Plan: z.object({ "Plan Rows": z.number() }) })]),
});

/** A composed query, or its text with `$1`, `$2`, … and their values. */
interface Query {
  text: string;
  values: readonly unknown[];
}

/** How many rows the planner expects of a query, by its statistics: planned, not run. */
export async function estimateRows({ text, values }: Query): Promise<number> {
  const [row] = await sql().query(`EXPLAIN (FORMAT JSON) ${text}`, values);
  return explained.parse(row)["QUERY PLAN"][0].Plan["Plan Rows"];
}
