import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";

const planned = z.object({
  "Node Type": z.string(),
  "Plan Rows": z.number(),
  Plans: z.array(z.object({ "Plan Rows": z.number() })).default([]),
});
const explained = z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: planned })]) });

/** A composed query, or its text with `$1`, `$2`, … and their values. */
interface Query {
  text: string;
  values: readonly unknown[];
}

async function explain({ text, values }: Query): Promise<z.output<typeof planned>> {
  const [row] = await sql().query(`EXPLAIN (FORMAT JSON) ${text}`, values);
  return explained.parse(row)["QUERY PLAN"][0].Plan;
}

/** How many rows the planner expects of a query, by its statistics: planned, not run. */
export async function estimateRows(query: Query): Promise<number> {
  return (await explain(query))["Plan Rows"];
}

/** How many rows the planner expects of each of several queries of one column, asked together. */
export async function estimateEach(queries: readonly Prisma.Sql[]): Promise<number[]> {
  const plan = await explain(Prisma.join([...queries], " UNION ALL "));
  const isEach = plan["Node Type"] === "Append" && plan.Plans.length === queries.length;
  // One alone is no Append, and what surely gives nothing is not in it.
  if (!isEach) return Promise.all(queries.map(estimateRows));
  return plan.Plans.map((part) => part["Plan Rows"]);
}
