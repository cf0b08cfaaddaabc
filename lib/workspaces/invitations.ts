import { recordAudit } from "#lib/audit/record.ts";
import { newOneTimeToken } from "#lib/auth/one-time-token.ts";
import type { Role } from "#lib/auth/permissions.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { FoyerError } from "#lib/errors.ts";
import { newId, sha256 } from "#lib/ids.ts";
import { parseRole, type WorkspaceInfo } from "#lib/workspaces/memberships.ts";

const VALID_MS = 7 * 24 * 60 * 60 * 1000;

export interface PendingInvitation {
  id: string;
  email: string;
  role: Role;
  createdAt: Date;
  expiresAt: Date;
}

/** An invitation that can be accepted now. */
export interface OpenInvitation {
  id: string;
  email: string;
  role: Role;
  workspace: WorkspaceInfo;
}

/**
 * Invites an e-mail into a workspace and returns the link, which can't be shown again. Good for seven
 * days, once; it replaces an earlier invitation of the same e-mail. Throws `conflict` for a member.
 */
export async function createInvitation(
  workspaceId: string,
  actorId: string,
  { email, role }: { email: string; role: Role },
): Promise<string> {
  const { token, tokenHash } = newOneTimeToken();
  const at = now();
  await db().$transaction(async (tx) => {
    if (await tx.membership.findFirst({ where: { workspaceId, user: { email } } })) {
      throw new FoyerError("conflict", `${email} is already a member.`);
    }
    await tx.invitation.deleteMany({ where: { workspaceId, email, acceptedAt: null } });
    await tx.invitation.create({
      data: {
        workspaceId,
        id: newId("inv"),
        email,
        role,
        tokenHash,
        invitedById: actorId,
        createdAt: new Date(at),
        expiresAt: new Date(at + VALID_MS),
      },
    });
    await recordAudit(workspaceId, actorId, "invitation.created", email, { role }, tx);
  });
  return `${env().APP_URL}/invite?token=${token}`;
}

/** Invitations of a workspace that nobody has accepted yet, newest first; expired ones stay until revoked. */
export async function listPendingInvitations(workspaceId: string): Promise<PendingInvitation[]> {
  const rows = await db().invitation.findMany({
    where: { workspaceId, acceptedAt: null },
    select: { id: true, email: true, role: true, createdAt: true, expiresAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, role: parseRole(row.role) }));
}

/** Makes an invitation's link worthless. Nothing happens when it is already gone or accepted. */
export async function revokeInvitation(
  workspaceId: string,
  actorId: string,
  id: string,
): Promise<void> {
  const where = { workspaceId, id, acceptedAt: null };
  await db().$transaction(async (tx) => {
    const row = await tx.invitation.findFirst({ where });
    if (!row) return;
    await tx.invitation.deleteMany({ where });
    await recordAudit(workspaceId, actorId, "invitation.revoked", row.email, undefined, tx);
  });
}

/** The invitation behind a token; null when it is unknown, accepted, revoked or expired. */
export async function getOpenInvitation(token: string): Promise<OpenInvitation | null> {
  const row = await db().invitation.findFirst({
    where: { tokenHash: sha256(token), acceptedAt: null, expiresAt: { gt: new Date(now()) } },
    select: {
      id: true,
      email: true,
      role: true,
      workspace: { select: { id: true, slug: true, name: true, timezone: true } },
    },
  });
  return row && { ...row, role: parseRole(row.role) };
}
