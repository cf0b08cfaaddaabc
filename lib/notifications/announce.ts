import { publishLive } from "#lib/live/hub.ts";

/** Tells the open pages of members that there is something behind their bell. Call it after the commit. */
export async function announce(workspaceId: string, userIds: Iterable<string>): Promise<void> {
  for (const userId of new Set(userIds)) {
    await publishLive({ kind: "notification", workspaceId, userId });
  }
}
