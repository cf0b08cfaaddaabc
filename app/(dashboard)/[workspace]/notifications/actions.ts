"use server";

import { z } from "zod";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { countUnread } from "#lib/notifications/count-unread.ts";
import { markRead as mark } from "#lib/notifications/mark-read.ts";

const idArgument = z.string().max(64).nullable();

/** How many the caller has not read. */
export async function countMine(slug: string): Promise<number> {
  const { workspace, user } = await requireMemberForAction(slug);
  return countUnread(workspace.id, user.id);
}

/** Marks one of the caller's notifications as read, or with null all; answers how many are left. */
export async function markRead(slug: string, id: string | null): Promise<number> {
  const { workspace, user } = await requireMemberForAction(slug);
  await mark(workspace.id, user.id, idArgument.parse(id));
  return countUnread(workspace.id, user.id);
}
