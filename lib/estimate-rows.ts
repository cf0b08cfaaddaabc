import { z } from "zod";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { slot } from "#lib/slot.ts";

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

interface Kept {
  /** ms since the epoch. */
  until: number;
  rows: Promise<number>;
}

/** For so long an estimate stands: a list, its count and its next page ask for the same ones. */
const STANDS_MS = 60_000;
const MOST_KEPT = 2_000;

const kept = () => slot("estimates of the planner", () => new Map<string, Kept>());

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

/** The estimates that stand, and those of the queries that have none, which `plan` asks for. */
function standing<Q extends Query>(
  queries: readonly Q[],
  plan: (missing: Q[]) => Promise<number[]>,
): Promise<number[]> {
  const known = kept();
  if (known.size > MOST_KEPT) known.clear();
  const missing = new Map<string, Q>();
  const keys = queries.map((query) => {
    const key = JSON.stringify([query.text, query.values]);
    if ((known.get(key)?.until ?? 0) <= now()) missing.set(key, query);
    return key;
  });
  if (missing.size > 0) {
    const asked = plan([...missing.values()]);
    for (const [place, key] of [...missing.keys()].entries()) {
      const rows = asked.then((all) => all[place] ?? 0);
      known.set(key, { until: now() + STANDS_MS, rows });
      rows.catch(() => known.delete(key));
    }
  }
  return Promise.all(keys.map((key) => known.get(key)?.rows ?? 0));
}

async function explain({ text, values }: Query): Promise<z.output<typeof planned>> {
  const [row] = await sql().query(`EXPLAIN (FORMAT JSON) ${text}`, values);
  return explained.parse(row)["QUERY PLAN"][0].Plan;
}

async function planRows(query: Query): Promise<number> {
  return (await explain(query))["Plan Rows"];
}

async function planEach(queries: readonly Prisma.Sql[]): Promise<number[]> {
  const plan = await explain(Prisma.join([...queries], " UNION ALL "));
  const isEach = plan["Node Type"] === "Append" && plan.Plans.length === queries.length;
  // One alone is no Append, and what surely gives nothing is not in it.
  if (!isEach) return Promise.all(queries.map(planRows));
  return plan.Plans.map((part) => part["Plan Rows"]);
}
