import { z } from "zod";
import { recordAudit } from "#lib/audit/record.ts";
import type { CurrentUser } from "#lib/auth/auth-session.ts";
import { nameField } from "#lib/auth/fields.ts";
import { hashPassword, newPasswordSchema } from "#lib/auth/password.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { getOpenInvitation, type OpenInvitation } from "#lib/workspaces/invitations.ts";

/** What somebody without an account adds to accept an invitation. */
export const newAccountSchema = z.object({ name: nameField, password: newPasswordSchema });

/** The signed-in person joins. Throws `gone`, or `forbidden` when the invitation is for another e-mail. */
export async function joinByInvitation(token: string, user: CurrentUser): Promise<string> {
  const invitation = await requireOpen(token);
  if (invitation.email !== user.email) {
    throw new FoyerError("forbidden", `This invitation is for ${invitation.email}.`);
  }
  await db().$transaction((tx) => join(tx, invitation, user.id));
  return invitation.workspace.slug;
}

/** A new account joins. Throws `gone`, or `conflict` when the e-mail already has an account. */
export async function registerByInvitation(
  token: string,
  account: z.output<typeof newAccountSchema>,
): Promise<{ userId: string; slug: string }> {
  const invitation = await requireOpen(token);
  const passwordHash = await hashPassword(account.password);
  const userId = newId("usr");
  await db().$transaction(async (tx) => {
    if (await tx.user.findUnique({ where: { email: invitation.email } })) {
      throw new FoyerError("conflict", "You already have an account. Sign in to join.");
    }
    const { email } = invitation;
    await tx.user.create({ data: { id: userId, email, name: account.name, passwordHash } });
    await join(tx, invitation, userId);
  });
  return { userId, slug: invitation.workspace.slug };
}

/** True when the invited e-mail already has an account, which must then sign in to join. */
export async function hasAccount(email: string): Promise<boolean> {
  return (await db().user.findUnique({ where: { email } })) !== null;
}

async function requireOpen(token: string): Promise<OpenInvitation> {
  const invitation = await getOpenInvitation(token);
  if (!invitation) throw gone();
  return invitation;
}

/** Uses the invitation up (only one of two racing requests can) and adds the membership. */
async function join(
  tx: Prisma.TransactionClient,
  { id, role, workspace }: OpenInvitation,
  userId: string,
): Promise<void> {
  const at = new Date(now());
  const used = await tx.invitation.updateMany({
    where: { workspaceId: workspace.id, id, acceptedAt: null, expiresAt: { gt: at } },
    data: { acceptedAt: at },
  });
  if (used.count !== 1) throw gone();
  await tx.membership.upsert({
    where: { workspaceId_userId: { workspaceId: workspace.id, userId } },
    create: { workspaceId: workspace.id, userId, role },
    update: {},
  });
  await recordAudit(workspace.id, userId, "invitation.accepted", id, { role }, tx);
}

function gone(): FoyerError {
  return new FoyerError("gone", "This invitation can’t be used any more. Ask for a new one.");
}
