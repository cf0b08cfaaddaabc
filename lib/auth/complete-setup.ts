import { usableSetupToken } from "#lib/auth/setup-token.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import {
  type CreatedWorkspace,
  insertWorkspace,
  type NewWorkspace,
  prepareWorkspace,
} from "#lib/workspaces/create-workspace.ts";

// Any constant will do: it keeps two set-ups (with two different links) from running side by side.
const SETUP_LOCK = 6_031_977;

/**
 * The first workspace and admin, in exchange for a set-up token, which is used up in the same
 * transaction. Throws `gone` when the token can't be used or an admin already exists.
 */
export async function completeSetup(token: string, input: NewWorkspace): Promise<CreatedWorkspace> {
  const workspace = await prepareWorkspace(input);
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SETUP_LOCK}::bigint)`;
    const used = await tx.signInToken.updateMany({
      where: usableSetupToken(token),
      data: { usedAt: new Date(now()) },
    });
    const admin = await tx.membership.findFirst({ where: { role: "admin" } });
    if (used.count !== 1 || admin) {
      throw new FoyerError("gone", "This set-up link can’t be used any more.");
    }
    return insertWorkspace(tx, workspace);
  });
}
