"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { RuleProblems, TypedRule } from "#components/worklist/assignment-actions.ts";
import { checked, problemOf } from "#lib/attempt.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import * as rules from "#lib/worklist/assignment-rules.ts";
import { parseRuleForm } from "#lib/worklist/rule-form.ts";
import { setSlaHours as keepSlaHours, slaHoursField } from "#lib/worklist/settings.ts";

const idArgument = z.string().min(1).max(64);

interface Admin {
  workspaceId: string;
  userId: string;
}

/** Gate, work, fresh page. Answers what stood in the way, in words, or nothing. */
async function change(
  slug: string,
  work: (admin: Admin) => Promise<unknown>,
): Promise<string | undefined> {
  return problemOf(async () => {
    const { workspace, user } = await requireMemberForAction(slug, "people.manage");
    await work({ workspaceId: workspace.id, userId: user.id });
    revalidatePath(`/${slug}/settings/assignment`);
  });
}

export async function saveRule(
  slug: string,
  id: string | null,
  typed: TypedRule,
): Promise<RuleProblems | undefined> {
  const parsed = parseRuleForm(typed);
  if ("problems" in parsed) return parsed.problems;
  const problem = await change(slug, (admin) =>
    id === null
      ? rules.createAssignmentRule(admin, parsed.rule)
      : rules.updateAssignmentRule(admin, checked(idArgument, id), parsed.rule),
  );
  return problem === undefined ? undefined : { form: problem };
}

export async function setRuleEnabled(slug: string, id: string, enabled: boolean) {
  return change(slug, (admin) =>
    rules.updateAssignmentRule(admin, checked(idArgument, id), { isEnabled: enabled === true }),
  );
}

export async function moveRule(slug: string, id: string, by: -1 | 1) {
  return change(slug, (admin) =>
    rules.moveAssignmentRule(admin, checked(idArgument, id), by === 1 ? 1 : -1),
  );
}

export async function removeRule(slug: string, id: string) {
  return change(slug, (admin) => rules.deleteAssignmentRule(admin, checked(idArgument, id)));
}

export async function setSlaHours(slug: string, hours: string) {
  return change(slug, ({ workspaceId, userId }) =>
    keepSlaHours(workspaceId, checked(slaHoursField, hours), userId),
  );
}
