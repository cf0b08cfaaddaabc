import { z } from "zod";
import { recordAudit } from "#lib/audit/record.ts";
import { emailField, nameField } from "#lib/auth/fields.ts";
import { hashPassword, newPasswordSchema } from "#lib/auth/password.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { freeSlug, isReservedSlug, slugOf } from "#lib/workspaces/slug.ts";

function isTimezone(text: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: text }));
  } catch {
    return false;
  }
}

/** What a new workspace needs. Names that would hide one of our own pages are refused. */
export const newWorkspaceSchema = z.object({
  name: nameField.refine((name) => !isReservedSlug(slugOf(name)), "Choose another name."),
  timezone: z.string().refine(isTimezone, "Choose a time zone.").default("UTC"),
  admin: z.object({ email: emailField, name: nameField, password: newPasswordSchema }),
});

export type NewWorkspace = z.input<typeof newWorkspaceSchema>;
type Parsed = z.output<typeof newWorkspaceSchema> & { passwordHash: string };

export interface CreatedWorkspace {
  workspaceId: string;
  slug: string;
  userId: string;
}

/**
 * A workspace and its first admin, who must be new. Throws `invalid_request` for input that will not
 * do and `conflict` for a known e-mail.
 */
export async function createWorkspace(input: NewWorkspace): Promise<CreatedWorkspace> {
  const workspace = await prepareWorkspace(input);
  return db().$transaction((tx) => insertWorkspace(tx, workspace));
}

/** Checks the input and hashes the password: what must not hold up a transaction. */
export async function prepareWorkspace(input: NewWorkspace): Promise<Parsed> {
  const parsed = newWorkspaceSchema.safeParse(input);
  if (!parsed.success) throw new FoyerError("invalid_request", z.prettifyError(parsed.error));
  return { ...parsed.data, passwordHash: await hashPassword(parsed.data.admin.password) };
}

/** The rows of `createWorkspace`, within a transaction of the caller. */
export async function insertWorkspace(
  tx: Prisma.TransactionClient,
  { name, timezone, admin, passwordHash }: Parsed,
): Promise<CreatedWorkspace> {
  if (await tx.user.findUnique({ where: { email: admin.email } })) {
    throw new FoyerError("conflict", "Somebody with this e-mail is already here.");
  }
  const base = slugOf(name);
  const taken = await tx.workspace.findMany({
    where: { slug: { startsWith: base } },
    select: { slug: true },
  });
  const slug = freeSlug(base, new Set(taken.map((row) => row.slug)));
  const [workspaceId, userId, createdAt] = [newId("wsp"), newId("usr"), new Date(now())];
  await tx.workspace.create({ data: { id: workspaceId, slug, name, timezone, createdAt } });
  await tx.user.create({
    data: { id: userId, email: admin.email, name: admin.name, passwordHash, createdAt },
  });
  await tx.membership.create({ data: { workspaceId, userId, role: "admin", createdAt } });
  await recordAudit(workspaceId, userId, "workspace.created", workspaceId, { slug }, tx);
  return { workspaceId, slug, userId };
}
