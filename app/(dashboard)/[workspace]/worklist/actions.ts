"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { TypedOutcome } from "#components/worklist/worklist-actions.ts";
import { checked, problemOf } from "#lib/attempt.ts";
import { isAtLeast } from "#lib/auth/permissions.ts";
import { type Member, requireMemberForAction } from "#lib/auth/require-member.ts";
import { now } from "#lib/clock.ts";
import { noteText } from "#lib/leads/notes/note-text.ts";
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
  return problemOf(async () => {
    const member = await requireMemberForAction(slug, "leads.write");
    const { workspace, user } = member;
    const account = checked(accountId, id);
    const at = new Date(now());
    await work({ workspaceId: workspace.id, accountId: account, userId: user.id, at }, member);
    revalidatePath(`/${slug}/worklist`);
  });
}

export async function claim(slug: string, id: string) {
  return change(slug, id, (act) => claimAccount(act));
}

export async function release(slug: string, id: string) {
  return change(slug, id, (act, { role }) => releaseAccount(act, isAtLeast(role, "admin")));
}

export async function snooze(slug: string, id: string, until: string, wakesOnActivity: boolean) {
  return change(slug, id, (act) =>
    snoozeAccount(act, {
      until: checked(instant, until),
      wakesOnActivity: wakesOnActivity === true,
    }),
  );
}

export async function outcome(slug: string, id: string, typed: TypedOutcome) {
  return change(slug, id, (act) => recordOutcome(act, checked(typedOutcome, typed)));
}

export async function undoOutcome(slug: string, id: string, outcomeId: string) {
  return change(slug, id, ({ workspaceId, userId, at }, { role }) =>
    undo(
      { workspaceId, outcomeId: checked(accountId, outcomeId), userId, at },
      isAtLeast(role, "admin"),
    ),
  );
}

export async function note(slug: string, id: string, body: string) {
  return change(slug, id, (act) => noteOnAccount(act, checked(noteText, body)));
}
