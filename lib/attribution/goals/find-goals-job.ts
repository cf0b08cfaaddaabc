import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { holdProjection } from "#lib/db/hold-projection.ts";
import { defineJob } from "#lib/jobs/define-job.ts";
import { loadPageGoalRules, pageGoal, storePageGoals } from "./page-goals.ts";

export const FIND_GOALS = "attribution.find_goals";

const BATCH = 500;

const visitorRow = z.object({ id: z.string() });
const countRow = z.object({ count: z.number() });

/** Looks through all visitors after the rules have changed. Each batch holds the projection for its time. */
export const findGoalsJob = defineJob({
  name: FIND_GOALS,
  input: z.object({}),
  async run({ workspaceId, signal, checkpoint, progress, result }) {
    const rules = await sql().query(`SELECT "id" FROM goal_rule WHERE "workspaceId" = $1`, [
      workspaceId,
    ]);
    const ids = rules.map((row) => visitorRow.parse(row).id);
    const [counted] = await sql().query(
      `SELECT count(*)::int AS count FROM visitor WHERE "workspaceId" = $1`,
      [workspaceId],
    );
    const total = countRow.parse(counted).count;
    const before = z.object({ after: z.string(), done: z.number() }).safeParse(checkpoint);
    let { after, done } = before.success ? before.data : { after: "", done: 0 };
    while (!signal.aborted) {
      const batch = await findGoalsAfter(workspaceId, after);
      if (batch.length === 0) break;
      after = batch.at(-1) ?? after;
      done += batch.length;
      await progress(done, Math.max(total, done), { after, done });
    }
    if (signal.aborted) return;
    await sql().query(
      `UPDATE goal_rule SET "readyAt" = now() WHERE "workspaceId" = $1 AND "id" = ANY($2::text[])`,
      [workspaceId, ids],
    );
    await result({ visitors: done });
  },
});

/** The next visitors by id, whose page goals were found. */
async function findGoalsAfter(workspaceId: string, after: string): Promise<string[]> {
  return sql().transaction(async (tx) => {
    await holdProjection(tx, workspaceId);
    const rows = await tx.query(
      `SELECT "id" FROM visitor WHERE "workspaceId" = $1 AND "id" > $2 ORDER BY "id" LIMIT ${BATCH}`,
      [workspaceId, after],
    );
    const ids = rows.map((row) => visitorRow.parse(row).id);
    await storePageGoals(tx, workspaceId, ids, await loadPageGoalRules(tx, workspaceId));
    return ids;
  });
}

// What was added up of a goal, and the column that names it.
const SUMS = [
  ["attribution_tile", "kind"],
  ["attribution_credit", "goal"],
] as const;

/** Takes a rule's conversions away with the rule. */
export async function dropPageGoal(workspaceId: string, ruleId: string): Promise<void> {
  await sql().transaction(async (tx) => {
    await holdProjection(tx, workspaceId);
    await tx.query(`DELETE FROM goal_rule WHERE "workspaceId" = $1 AND "id" = $2`, [
      workspaceId,
      ruleId,
    ]);
    await tx.query(`DELETE FROM stage_reached WHERE "workspaceId" = $1 AND "goal" = $2`, [
      workspaceId,
      pageGoal(ruleId),
    ]);
    for (const [table, column] of SUMS) {
      await tx.query(`DELETE FROM ${table} WHERE "workspaceId" = $1 AND ${column} = $2`, [
        workspaceId,
        pageGoal(ruleId),
      ]);
    }
  });
}
