import { sql } from "#lib/db/client.ts";
import type { Subject } from "#lib/leads/about.ts";
import { notify } from "#lib/notifications/notify.ts";

/** Tells a member that somebody else made them the owner of a visitor. */
export async function tellOwner(
  workspaceId: string,
  by: { id: string; name: string },
  ownerId: string,
  subject: Subject,
): Promise<void> {
  if (ownerId === by.id) return;
  await notify(sql(), workspaceId, [ownerId], {
    kind: "owner",
    title: `${by.name} made you the owner of ${subject.name}`,
    href: subject.path,
  });
}
