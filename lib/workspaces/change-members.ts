import { recordAudit } from "#lib/audit/record.ts";
import { revokeSessionsOf } from "#lib/auth/auth-session.ts";
import type { Role } from "#lib/auth/permissions.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { FoyerError } from "#lib/errors.ts";
import {
  requireControlOf,
  requireOtherAdmin,
  type TargetMember,
  targetMember,
} from "#lib/workspaces/member-guards.ts";

/** Who changes whom, and where. The caller has passed the gate for `people.manage`. */
export interface MemberChange {
  workspaceId: string;
  actorId: string;
  userId: string;
}

type Tx = Prisma.TransactionClient;

/** Gives a member another role. Throws `conflict` rather than leave the workspace without an admin. */
export function changeRole(change: MemberChange, role: Role): Promise<void> {
  return changeMember(change, "member.role_changed", async (tx, target) => {
    if (target.role === role) return null;
    if (role !== "admin") await requireOtherAdmin(tx, change.workspaceId, target);
    await tx.membership.update({
      where: { workspaceId_userId: { workspaceId: change.workspaceId, userId: target.userId } },
      data: { role },
    });
    return { from: target.role, to: role };
  });
}

/** Takes a person out of the workspace; the person's account stays. */
export function removeMember(change: MemberChange): Promise<void> {
  return changeMember(change, "member.removed", async (tx, target) => {
    await requireOtherAdmin(tx, change.workspaceId, target);
    await tx.membership.delete({
      where: { workspaceId_userId: { workspaceId: change.workspaceId, userId: target.userId } },
    });
    return { role: target.role };
  });
}

/** Keeps a person from signing in at all, and ends what is open. */
export function disableMember(change: MemberChange): Promise<void> {
  return changeMember(change, "member.disabled", async (tx, target) => {
    if (target.userId === change.actorId) {
      throw new FoyerError("conflict", "You can’t disable yourself. Ask another admin.");
    }
    for (const workspaceId of await requireControlOf(tx, change.actorId, target)) {
      await requireOtherAdmin(tx, workspaceId, target);
    }
    await tx.user.update({ where: { id: target.userId }, data: { disabledAt: new Date(now()) } });
    return { sessionsEnded: await revokeSessionsOf(target.userId, tx) };
  });
}

/** Lets a disabled person sign in again. */
export function enableMember(change: MemberChange): Promise<void> {
  return changeMember(change, "member.enabled", async (tx, target) => {
    await requireControlOf(tx, change.actorId, target);
    await tx.user.update({ where: { id: target.userId }, data: { disabledAt: null } });
    return {};
  });
}

/** Ends every sign-in of a person; signing in again is allowed. */
export function signOutEverywhere(change: MemberChange): Promise<void> {
  return changeMember(change, "member.signed_out", async (tx, target) => ({
    sessionsEnded: await revokeSessionsOf(target.userId, tx),
  }));
}

/** One change and its audit entry, in one transaction. `work` returns the detail, null for no change. */
async function changeMember(
  change: MemberChange,
  action: string,
  work: (tx: Tx, target: TargetMember) => Promise<Record<string, string | number> | null>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const detail = await work(tx, await targetMember(tx, change.workspaceId, change.userId));
    if (!detail) return;
    await recordAudit(change.workspaceId, change.actorId, action, change.userId, detail, tx);
  });
}
