"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { GoalProblem } from "#components/goals/goal-actions.ts";
import { dropPageGoal } from "#lib/attribution/goals/find-goals-job.ts";
import { goalRuleInput } from "#lib/attribution/goals/goal-rule.ts";
import { createGoalRule, updateGoalRule } from "#lib/attribution/goals/goal-rules.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";

const idArgument = z.string().max(64);

/** Adds a goal (id null) or changes one. */
export async function save(
  slug: string,
  id: string | null,
  draft: unknown,
): Promise<GoalProblem | undefined> {
  try {
    const { workspace, user } = await requireMemberForAction(slug, "goals.manage");
    const input = goalRuleInput.safeParse(draft);
    if (!input.success) {
      const [issue] = input.error.issues;
      return { problem: issue?.message ?? "", field: String(issue?.path[0]) };
    }
    const wanted = idArgument.nullable().parse(id);
    if (wanted === null) {
      const made = await createGoalRule(workspace.id, user.id, input.data);
      await recordAudit(workspace.id, user.id, "goal_rule.created", made, input.data);
    } else if (await updateGoalRule(workspace.id, user.id, wanted, input.data)) {
      await recordAudit(workspace.id, user.id, "goal_rule.changed", wanted, input.data);
    } else return { problem: "This goal is no more. Close this and look again." };
    revalidatePath(`/${slug}/settings/goals`);
    return undefined;
  } catch (error) {
    if (isFoyerError(error)) return { problem: error.message };
    throw error;
  }
}

export async function remove(slug: string, id: string): Promise<string | undefined> {
  try {
    const { workspace, user } = await requireMemberForAction(slug, "goals.manage");
    const wanted = idArgument.parse(id);
    await dropPageGoal(workspace.id, wanted);
    await recordAudit(workspace.id, user.id, "goal_rule.removed", wanted);
    revalidatePath(`/${slug}/settings/goals`);
    return undefined;
  } catch (error) {
    if (isFoyerError(error)) return error.message;
    throw error;
  }
}
