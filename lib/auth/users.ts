import { z } from "zod";
import { recordAudit } from "#lib/audit/record.ts";
import { revokeSessionsOf } from "#lib/auth/auth-session.ts";
import { emailField, nameField, normalEmail, roleField } from "#lib/auth/fields.ts";
import { hashPassword, newPasswordSchema } from "#lib/auth/password.ts";
import { db } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";

const newUserSchema = z.object({
  email: emailField,
  name: nameField,
  password: newPasswordSchema,
  workspaceSlug: z.string(),
  role: roleField,
});

/**
 * The operator's `user create`: a new user in one workspace. Returns the user's id. Throws
 * `invalid_request`, `not_found` (workspace) or `conflict` (e-mail).
 */
export async function createUser(input: z.input<typeof newUserSchema>): Promise<string> {
  const parsed = newUserSchema.safeParse(input);
  if (!parsed.success) throw new FoyerError("invalid_request", z.prettifyError(parsed.error));
  const { email, name, password, workspaceSlug, role } = parsed.data;
  const passwordHash = await hashPassword(password);
  return db().$transaction(async (tx) => {
    const workspace = await tx.workspace.findUnique({ where: { slug: workspaceSlug } });
    if (!workspace) throw new FoyerError("not_found", `There is no workspace “${workspaceSlug}”.`);
    if (await tx.user.findUnique({ where: { email } })) {
      throw new FoyerError("conflict", `Somebody with the e-mail ${email} is already here.`);
    }
    const user = await tx.user.create({ data: { id: newId("usr"), email, name, passwordHash } });
    await tx.membership.create({ data: { workspaceId: workspace.id, userId: user.id, role } });
    await recordAudit(workspace.id, null, "member.created", user.id, { role }, tx);
    return user.id;
  });
}

/** The operator's `user reset-password`. Signs the user out everywhere. Throws `invalid_request`, `not_found`. */
export async function resetPassword(email: string, newPassword: string): Promise<void> {
  const parsed = newPasswordSchema.safeParse(newPassword);
  if (!parsed.success) throw new FoyerError("invalid_request", z.prettifyError(parsed.error));
  const passwordHash = await hashPassword(parsed.data);
  await db().$transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email: normalEmail(email) },
      include: { memberships: true },
    });
    if (!user) throw new FoyerError("not_found", `Nobody has the e-mail ${email}.`);
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } });
    await revokeSessionsOf(user.id, tx);
    for (const { workspaceId } of user.memberships) {
      await recordAudit(workspaceId, null, "member.password_reset", user.id, undefined, tx);
    }
  });
}
