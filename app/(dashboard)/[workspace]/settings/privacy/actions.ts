"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { Found } from "#components/privacy/privacy-actions.ts";
import { type Member, requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";
import { gateInput } from "#lib/privacy/gate-input.ts";
import { retentionInput } from "#lib/privacy/retention.ts";
import { saveGate as keepGate, saveRetention as keepRetention } from "#lib/privacy/settings.ts";
import * as list from "#lib/privacy/suppression-list.ts";

/** Gate, work, fresh page. Answers what stood in the way, in words, or nothing. */
async function change(
  slug: string,
  work: (member: Member) => Promise<unknown>,
): Promise<string | undefined> {
  try {
    await work(await requireMemberForAction(slug, "privacy.manage"));
  } catch (error) {
    if (isFoyerError(error)) return error.message;
    if (error instanceof z.ZodError) return error.issues[0]?.message ?? "This cannot be used.";
    throw error;
  }
  revalidatePath(`/${slug}/settings/privacy`);
  return undefined;
}

export async function saveRetention(slug: string, typed: unknown) {
  return change(slug, ({ workspace, user }) =>
    keepRetention(workspace.id, user.id, retentionInput.parse(typed)),
  );
}

export async function saveGate(slug: string, typed: unknown) {
  return change(slug, ({ workspace, user }) =>
    keepGate(workspace.id, user.id, gateInput.parse(typed)),
  );
}

const readValue = (text: unknown) => list.parseSuppressed(list.suppressedValue.parse(text));

export async function lookUp(slug: string, text: string): Promise<Found> {
  let found: Found = { problem: "" };
  const problem = await change(slug, async ({ workspace }) => {
    const asked = readValue(text);
    const since = await list.lookUpSuppression(workspace.id, asked);
    found = { value: asked.value, since: since?.toISOString() ?? null };
  });
  return problem === undefined ? found : { problem };
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
