"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { Previewed, Problem, Saved } from "#components/alerts/alert-actions.ts";
import * as rules from "#lib/alerts/change-rules.ts";
import { conditions } from "#lib/alerts/conditions.ts";
import { getRule } from "#lib/alerts/get-rules.ts";
import { type Preview, previewRule } from "#lib/alerts/preview.ts";
import { type RuleInput, ruleInput } from "#lib/alerts/rule-input.ts";
import { type Asking, mayChange, maySee } from "#lib/alerts/rule-rights.ts";
import { type ChannelTest, testRule } from "#lib/alerts/test-rule.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { sql } from "#lib/db/client.ts";
import { FoyerError, isFoyerError } from "#lib/errors.ts";
import { retryMessage } from "#lib/outbox/retry-message.ts";

const idArgument = z.string().max(64);

/** Gate, then work. An expected failure is answered in words. */
async function attempt<T>(
  slug: string,
  work: (workspaceId: string, by: Asking) => Promise<T>,
): Promise<{ done: T } | { failed: Problem }> {
  try {
    const { workspace, user, role } = await requireMemberForAction(slug, "leads.write");
    return { done: await work(workspace.id, { userId: user.id, role }) };
  } catch (error) {
    if (!isFoyerError(error)) throw error;
    const field = error.detail?.field;
    return { failed: { problem: error.message, ...(typeof field === "string" && { field }) } };
  }
}

/** A change of what the pages show: afterwards they are read anew. */
async function change(
  slug: string,
  work: (workspaceId: string, by: Asking) => Promise<void>,
): Promise<string | undefined> {
  const result = await attempt(slug, work);
  if ("failed" in result) return result.failed.problem;
  revalidatePath(`/${slug}/alerts`, "layout");
  return undefined;
}

/** What came from the browser, checked; the first thing that is wrong with it in words. */
function check<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".");
  throw new FoyerError("invalid_request", issue?.message ?? "", { field: field ?? "" });
}

/** Makes a rule, or with an id changes one. */
export async function save(
  slug: string,
  id: string | null,
  input: RuleInput,
): Promise<Saved | Problem> {
  const result = await attempt(slug, (workspaceId, by) => {
    const rule = check(ruleInput, input);
    return id === null
      ? rules.createRule(workspaceId, by, rule)
      : rules.updateRule(workspaceId, by, idArgument.parse(id), rule);
  });
  if ("failed" in result) return result.failed;
  // A new secret is shown in a dialog of the page, which is read anew when that closes.
  if (result.done.secret === null) revalidatePath(`/${slug}/alerts`, "layout");
  return result.done;
}

const previewed = z.object({
  conditions,
  cooldownMinutes: z.int().min(0).max(1_000_000),
  scope: z.enum(["mine", "workspace"]),
});

export async function preview(slug: string, rule: Previewed): Promise<Preview | Problem> {
  const result = await attempt(slug, (workspaceId, by) => {
    const { scope, ...rest } = check(previewed, rule);
    return previewRule(workspaceId, { ...rest, ownerId: scope === "mine" ? by.userId : null });
  });
  return "failed" in result ? result.failed : result.done;
}

export async function test(slug: string, id: string): Promise<ChannelTest[] | Problem> {
  const result = await attempt(slug, (workspaceId, by) =>
    testRule(workspaceId, by, idArgument.parse(id)),
  );
  return "failed" in result ? result.failed : result.done;
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
