import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type Query, standingAnswers } from "#lib/standing-answers.ts";

const planned = z.object({
  "Node Type": z.string(),
  "Plan Rows": z.number(),
  Plans: z.array(z.object({ "Plan Rows": z.number() })).default([]),
});
const explained = z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: planned })]) });

/** A list, its count and its next page ask for the same ones. */
const kept = () => standingAnswers<Promise<number>>("estimates of the planner");

/** Lets no estimate stand: for those who measure. */
export function forgetEstimates(): void {
  kept().clear();
}

/** How many rows the planner expects of a query, by its statistics of the last minute: planned, not run. */
export async function estimateRows(query: Query): Promise<number> {
  const [rows = 0] = await standing([query], async () => [await planRows(query)]);
  return rows;
}

/** How many rows the planner expects of each of several queries of one column, asked together. */
export function estimateEach(queries: readonly Prisma.Sql[]): Promise<number[]> {
  return standing(queries, planEach);
}

/** The estimates that stand, and those of the queries that have none, which `plan` asks for: of equal ones, once. */
function standing<Q extends Query>(
  queries: readonly Q[],
  plan: (missing: Q[]) => Promise<number[]>,
): Promise<number[]> {
  const missing: Q[] = [];
  // Once all that are missing have been found.
  const asked = Promise.resolve().then(() => (missing.length > 0 ? plan(missing) : []));
  const keep = (query: Q) => {
    const at = missing.push(query) - 1;
    const rows = asked.then((all) => all[at] ?? 0);
    kept().set(query, rows);
    rows.catch(() => kept().delete(query));
    return rows;
  };
  return Promise.all(queries.map((query) => kept().get(query) ?? keep(query)));
}

async function explain({ text, values }: Query): Promise<z.output<typeof planned>> {
  const [row] = await sql().query(`EXPLAIN (FORMAT JSON) ${text}`, values);
  return explained.parse(row)["QUERY PLAN"][0].Plan;
}

async function planRows(query: Query): Promise<number> {
  return (await explain(query))["Plan Rows"];
}

async function planEach(queries: readonly Prisma.Sql[]): Promise<number[]> {
  if (queries.length === 1) return Promise.all(queries.map(planRows));
  const plan = await explain(Prisma.join([...queries], " UNION ALL "));
  const isEach = plan["Node Type"] === "Append" && plan.Plans.length === queries.length;
  // What surely gives nothing is not in it.
  if (!isEach) return Promise.all(queries.map(planRows));
  return plan.Plans.map((part) => part["Plan Rows"]);
}
