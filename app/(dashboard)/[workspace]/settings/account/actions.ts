"use server";

import { revalidatePath } from "next/cache";
import { checked, problemOf } from "#lib/attempt.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { ownSettings, saveOwnSettings } from "#lib/workspaces/own-settings.ts";

/** Keeps the caller's own settings. Answers what stood in the way, or nothing. */
export async function saveAccount(slug: string, typed: unknown): Promise<string | undefined> {
  return problemOf(async () => {
    const { workspace, user } = await requireMemberForAction(slug);
    await saveOwnSettings(workspace.id, user.id, checked(ownSettings, typed));
    // Every page shows dates.
    revalidatePath("/", "layout");
  });
}
