"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { Previewed, Saved } from "#components/alerts/alert-actions.ts";
import * as rules from "#lib/alerts/change-rules.ts";
import { conditions } from "#lib/alerts/conditions.ts";
import { getRule } from "#lib/alerts/get-rules.ts";
import { type Preview, previewRule } from "#lib/alerts/preview.ts";
import { type RuleInput, ruleInput } from "#lib/alerts/rule-input.ts";
import { type Asking, mayChange, maySee } from "#lib/alerts/rule-rights.ts";
import { type ChannelTest, testRule } from "#lib/alerts/test-rule.ts";
import { attempt, checked, type Problem, problemOf } from "#lib/attempt.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { sql } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { retryMessage } from "#lib/outbox/retry-message.ts";

const idArgument = z.string().max(64);

async function gate(slug: string): Promise<{ workspaceId: string; by: Asking }> {
  const { workspace, user, role } = await requireMemberForAction(slug, "leads.write");
  return { workspaceId: workspace.id, by: { userId: user.id, role } };
}

/** A change of what the pages show: afterwards they are read anew. */
async function change(
  slug: string,
  work: (workspaceId: string, by: Asking) => Promise<void>,
): Promise<string | undefined> {
  return problemOf(async () => {
    const { workspaceId, by } = await gate(slug);
    await work(workspaceId, by);
    revalidatePath(`/${slug}/alerts`, "layout");
  });
}

/** Makes a rule, or with an id changes one. */
export async function save(
  slug: string,
  id: string | null,
  input: RuleInput,
): Promise<Saved | Problem> {
  return attempt(async () => {
    const { workspaceId, by } = await gate(slug);
    const rule = checked(ruleInput, input);
    const saved =
      id === null
        ? await rules.createRule(workspaceId, by, rule)
        : await rules.updateRule(workspaceId, by, idArgument.parse(id), rule);
    // A new secret is shown in a dialog of the page, which is read anew when that closes.
    if (saved.secret === null) revalidatePath(`/${slug}/alerts`, "layout");
    return saved;
  });
}

const previewed = z.object({
  conditions,
  cooldownMinutes: z.int().min(0).max(1_000_000),
  scope: z.enum(["mine", "workspace"]),
});

export async function preview(slug: string, rule: Previewed): Promise<Preview | Problem> {
  return attempt(async () => {
    const { workspaceId, by } = await gate(slug);
    const { scope, ...rest } = checked(previewed, rule);
    return previewRule(workspaceId, { ...rest, ownerId: scope === "mine" ? by.userId : null });
  });
}

export async function test(slug: string, id: string): Promise<ChannelTest[] | Problem> {
  return attempt(async () => {
    const { workspaceId, by } = await gate(slug);
    return testRule(workspaceId, by, idArgument.parse(id));
  });
}

export async function setEnabled(slug: string, id: string, enabled: boolean) {
  return change(slug, (workspaceId, by) =>
    rules.setRuleEnabled(workspaceId, by, idArgument.parse(id), enabled === true),
  );
}

export async function remove(slug: string, id: string) {
  return change(slug, (workspaceId, by) => rules.deleteRule(workspaceId, by, idArgument.parse(id)));
}

export async function retry(slug: string, ruleId: string, messageId: string) {
  return change(slug, async (workspaceId, by) => {
    const rule = await getRule(sql(), workspaceId, idArgument.parse(ruleId));
    if (!rule || !maySee(rule, by) || !mayChange(rule, by)) {
      throw new FoyerError("not_found", "There is no such message to try again.");
    }
    await retryMessage(workspaceId, rule.id, idArgument.parse(messageId));
  });
}
