"use server";

import { revalidatePath } from "next/cache";
import type { Found } from "#components/privacy/privacy-actions.ts";
import { attempt, checked, problemOf } from "#lib/attempt.ts";
import { type Member, requireMemberForAction } from "#lib/auth/require-member.ts";
import { gateInput } from "#lib/privacy/gate-input.ts";
import { retentionInput } from "#lib/privacy/retention.ts";
import { saveGate as keepGate, saveRetention as keepRetention } from "#lib/privacy/settings.ts";
import * as list from "#lib/privacy/suppression-list.ts";

const gate = (slug: string) => requireMemberForAction(slug, "privacy.manage");

/** Gate, work, fresh page. Answers what stood in the way, in words, or nothing. */
async function change(
  slug: string,
  work: (member: Member) => Promise<unknown>,
): Promise<string | undefined> {
  return problemOf(async () => {
    await work(await gate(slug));
    revalidatePath(`/${slug}/settings/privacy`);
  });
}

export async function saveRetention(slug: string, typed: unknown) {
  return change(slug, ({ workspace, user }) =>
    keepRetention(workspace.id, user.id, checked(retentionInput, typed)),
  );
}

export async function saveGate(slug: string, typed: unknown) {
  return change(slug, ({ workspace, user }) =>
    keepGate(workspace.id, user.id, checked(gateInput, typed)),
  );
}

const readValue = (text: unknown) => list.parseSuppressed(checked(list.suppressedValue, text));

export async function lookUp(slug: string, text: string): Promise<Found> {
  return attempt(async () => {
    const { workspace } = await gate(slug);
    const asked = readValue(text);
    const since = await list.lookUpSuppression(workspace.id, asked);
    return { value: asked.value, since: since?.toISOString() ?? null };
  });
}

export async function suppress(slug: string, text: string) {
  return change(slug, ({ workspace, user }) =>
    list.addSuppression(workspace.id, user.id, readValue(text)),
  );
}

export async function unsuppress(slug: string, text: string) {
  return change(slug, ({ workspace, user }) =>
    list.removeSuppression(workspace.id, user.id, readValue(text)),
  );
}
