"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { attempt, checked, type Problem, problemOf } from "#lib/attempt.ts";
import { dropPageGoal } from "#lib/attribution/goals/find-goals-job.ts";
import { goalRuleInput } from "#lib/attribution/goals/goal-rule.ts";
import { createGoalRule, updateGoalRule } from "#lib/attribution/goals/goal-rules.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { FoyerError } from "#lib/errors.ts";

const idArgument = z.string().max(64);

/** Adds a goal (id null) or changes one. */
export async function save(
  slug: string,
  id: string | null,
  draft: unknown,
): Promise<Problem | undefined> {
  return attempt(async () => {
    const { workspace, user } = await requireMemberForAction(slug, "goals.manage");
    const input = checked(goalRuleInput, draft);
    const wanted = idArgument.nullable().parse(id);
    if (wanted === null) {
      const made = await createGoalRule(workspace.id, user.id, input);
      await recordAudit(workspace.id, user.id, "goal_rule.created", made, input);
    } else if (await updateGoalRule(workspace.id, user.id, wanted, input)) {
      await recordAudit(workspace.id, user.id, "goal_rule.changed", wanted, input);
    } else throw new FoyerError("gone", "This goal is no more. Close this and look again.");
    revalidatePath(`/${slug}/settings/goals`);
    return undefined;
  });
}

export async function remove(slug: string, id: string): Promise<string | undefined> {
  return problemOf(async () => {
    const { workspace, user } = await requireMemberForAction(slug, "goals.manage");
    const wanted = idArgument.parse(id);
    await dropPageGoal(workspace.id, wanted);
    await recordAudit(workspace.id, user.id, "goal_rule.removed", wanted);
    revalidatePath(`/${slug}/settings/goals`);
  });
}
