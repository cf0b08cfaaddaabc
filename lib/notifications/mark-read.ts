import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";

/** Marks one notification of a member as read, or with `id` null all of them. */
export async function markRead(
  workspaceId: string,
  userId: string,
  id: string | null = null,
): Promise<void> {
  await db().notification.updateMany({
    where: { workspaceId, userId, readAt: null, ...(id !== null && { id }) },
    data: { readAt: new Date(now()) },
  });
}
