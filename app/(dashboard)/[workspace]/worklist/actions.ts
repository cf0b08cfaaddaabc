"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { TypedOutcome } from "#components/worklist/worklist-actions.ts";
import { isAtLeast } from "#lib/auth/permissions.ts";
import { type Member, requireMemberForAction } from "#lib/auth/require-member.ts";
import { now } from "#lib/clock.ts";
import { isFoyerError } from "#lib/errors.ts";
import { claimAccount, releaseAccount } from "#lib/worklist/claim.ts";
import { noteOnAccount } from "#lib/worklist/note-on-account.ts";
import { typedOutcome } from "#lib/worklist/outcome-input.ts";
import { recordOutcome } from "#lib/worklist/record-outcome.ts";
import { snoozeAccount } from "#lib/worklist/snooze.ts";
import type { Act } from "#lib/worklist/take-up.ts";
import { undoOutcome as undo } from "#lib/worklist/undo-outcome.ts";

const accountId = z.string().min(1).max(64);
const instant = z.iso.datetime().transform((text) => new Date(text));

/** Gate, work, fresh page. Answers what stood in the way, in words, or nothing. */
async function change(
  slug: string,
  id: string,
  work: (act: Act, member: Member) => Promise<unknown>,
): Promise<string | undefined> {
  try {
    const member = await requireMemberForAction(slug, "leads.write");
    const { workspace, user } = member;
    const account = accountId.parse(id);
    const at = new Date(now());
    await work({ workspaceId: workspace.id, accountId: account, userId: user.id, at }, member);
  } catch (error) {
    if (isFoyerError(error)) return error.message;
    if (error instanceof z.ZodError) return error.issues[0]?.message ?? "This cannot be used.";
    throw error;
  }
  revalidatePath(`/${slug}/worklist`);
  return undefined;
}

export async function claim(slug: string, id: string) {
  return change(slug, id, (act) => claimAccount(act));
}

export async function release(slug: string, id: string) {
  return change(slug, id, (act, { role }) => releaseAccount(act, isAtLeast(role, "admin")));
}

export async function snooze(slug: string, id: string, until: string, wakesOnActivity: boolean) {
  return change(slug, id, (act) =>
    snoozeAccount(act, { until: instant.parse(until), wakesOnActivity: wakesOnActivity === true }),
  );
}

export async function outcome(slug: string, id: string, typed: TypedOutcome) {
  return change(slug, id, (act) => recordOutcome(act, typedOutcome.parse(typed)));
}

export async function undoOutcome(slug: string, id: string, outcomeId: string) {
  return change(slug, id, ({ workspaceId, userId, at }, { role }) =>
    undo(
      { workspaceId, outcomeId: accountId.parse(outcomeId), userId, at },
      isAtLeast(role, "admin"),
    ),
  );
}

export async function note(slug: string, id: string, body: string) {
  return change(slug, id, (act) => noteOnAccount(act, body));
}
