import type { Prisma } from "#lib/db/generated/client.ts";
import { FoyerError } from "#lib/errors.ts";

export interface TargetMember {
  userId: string;
  name: string;
  role: string;
}

type Tx = Prisma.TransactionClient;

/**
 * The member to change. Changes of one person wait for each other, and so do all changes of one
 * workspace: two admins who demote each other at the same moment must not both succeed.
 */
export async function targetMember(
  tx: Tx,
  workspaceId: string,
  userId: string,
): Promise<TargetMember> {
  const spaces = await tx.membership.findMany({
    where: { userId },
    orderBy: { workspaceId: "asc" },
  });
  // In one order everywhere, so that two changes can't wait for each other in a circle.
  for (const { workspaceId: id } of spaces) {
    await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${id} FOR UPDATE`;
  }
  const row = await tx.membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    include: { user: { select: { name: true } } },
  });
  if (!row) throw new FoyerError("not_found", "This person is no longer a member.");
  return { userId, name: row.user.name, role: row.role };
}

/** Throws `conflict` when the workspace would have no enabled admin but for this one. */
export async function requireOtherAdmin(
  tx: Tx,
  workspaceId: string,
  target: TargetMember,
): Promise<void> {
  const admins = await tx.membership.findMany({
    where: { workspaceId, role: "admin", user: { disabledAt: null } },
    select: { userId: true },
  });
  const isAdmin = admins.some((admin) => admin.userId === target.userId);
  if (isAdmin && admins.length === 1) {
    throw new FoyerError(
      "conflict",
      `${target.name} is the last admin. Make somebody else an admin first.`,
    );
  }
}

/**
 * An account belongs to all of its workspaces, so switching it off (or on) takes an admin of all of
 * them. Returns their ids.
 */
export async function requireControlOf(
  tx: Tx,
  actorId: string,
  target: TargetMember,
): Promise<string[]> {
  const theirs = await tx.membership.findMany({ where: { userId: target.userId } });
  const mine = await tx.membership.findMany({ where: { userId: actorId, role: "admin" } });
  const administered = new Set(mine.map((membership) => membership.workspaceId));
  if (!theirs.every((membership) => administered.has(membership.workspaceId))) {
    throw new FoyerError(
      "conflict",
      `${target.name} also belongs to a workspace that you don’t administer. Remove them from this one instead.`,
    );
  }
  return theirs.map((membership) => membership.workspaceId);
}
