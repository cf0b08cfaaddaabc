import { db } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";

/** Somebody who can be given work: `conflict` when the person is no enabled member (any more). */
export async function requireMemberOf(workspaceId: string, userId: string): Promise<void> {
  const member = await db().membership.findFirst({
    where: { workspaceId, userId, user: { disabledAt: null } },
    select: { userId: true },
  });
  if (!member) throw new FoyerError("conflict", "This person is not a member of the workspace.");
}
