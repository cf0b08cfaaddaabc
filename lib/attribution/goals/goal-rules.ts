import { z } from "zod";
import { db, sql } from "#lib/db/client.ts";
import { newId } from "#lib/ids.ts";
import { startJob } from "#lib/jobs/start-job.ts";
import { FIND_GOALS } from "./find-goals-job.ts";
import { GOAL_KINDS, type GoalRule, type GoalRuleInput } from "./goal-rule.ts";

const kind = z.enum(GOAL_KINDS);

/** The rules of a workspace, oldest first. */
export async function listGoalRules(workspaceId: string): Promise<GoalRule[]> {
  const rows = await db().goalRule.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, kind: true, pattern: true, createdAt: true, readyAt: true },
  });
  return rows.map((row) => ({ ...row, kind: kind.parse(row.kind) }));
}

/** Adds a rule and has the past looked through for it by a job. New visits count at once. */
export async function createGoalRule(
  workspaceId: string,
  userId: string,
  input: GoalRuleInput,
): Promise<string> {
  const id = newId("goal");
  await sql().transaction(async (tx) => {
    await tx.query(
      `INSERT INTO goal_rule ("workspaceId", "id", "name", "kind", "pattern", "createdById")
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [workspaceId, id, input.name, input.kind, input.pattern, userId],
    );
    await startJob(workspaceId, userId, FIND_GOALS, {}, tx);
  });
  return id;
}

/** Changes a rule; its conversions are found anew unless only the name is another. */
export async function updateGoalRule(
  workspaceId: string,
  userId: string,
  id: string,
  input: GoalRuleInput,
): Promise<boolean> {
  return sql().transaction(async (tx) => {
    const [before] = await tx.query(
      `SELECT "kind", "pattern" FROM goal_rule WHERE "workspaceId" = $1 AND "id" = $2 FOR UPDATE`,
      [workspaceId, id],
    );
    if (!before) return false;
    const isSame = before.kind === input.kind && before.pattern === input.pattern;
    await tx.query(
      `UPDATE goal_rule SET "name" = $3, "kind" = $4, "pattern" = $5,
         "readyAt" = CASE WHEN $6 THEN "readyAt" END
       WHERE "workspaceId" = $1 AND "id" = $2`,
      [workspaceId, id, input.name, input.kind, input.pattern, isSame],
    );
    if (!isSame) await startJob(workspaceId, userId, FIND_GOALS, {}, tx);
    return true;
  });
}
