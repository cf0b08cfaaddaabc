"use server";

import { revalidatePath } from "next/cache";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { isFoyerError } from "#lib/errors.ts";
import { ownSettings, saveOwnSettings } from "#lib/workspaces/own-settings.ts";

/** Keeps the caller's own settings. Answers what stood in the way, or nothing. */
export async function saveAccount(slug: string, typed: unknown): Promise<string | undefined> {
  const parsed = ownSettings.safeParse(typed);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? "This cannot be used.";
  try {
    const { workspace, user } = await requireMemberForAction(slug);
    await saveOwnSettings(workspace.id, user.id, parsed.data);
  } catch (error) {
    if (isFoyerError(error)) return error.message;
    throw error;
  }
  // Every page shows dates.
  revalidatePath("/", "layout");
  return undefined;
}
