import { recordAudit } from "#lib/audit/record.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { newTimeId } from "#lib/ids.ts";
import { decryptSecret, encryptSecret, SecretUnreadableError } from "#lib/webhooks/keyring.ts";
import { forgetEndpoints, keyring, secretContext } from "#lib/webhooks/live-endpoint.ts";
import { isWebhookSecret, newWebhookSecret, secretHint } from "#lib/webhooks/secret-format.ts";

/** For how many hours the old secrets may still sign after a rotation. */
export const OVERLAP_HOURS = [0, 1, 24, 72, 168] as const;
export type OverlapHours = (typeof OVERLAP_HOURS)[number];

// Each live secret is two more HMACs for every message that is refused.
const MAX_LIVE = 5;

type Tx = Prisma.TransactionClient;

/** A secret as it is shown once. */
export interface NewSecret {
  id: string;
  secret: string;
}

/**
 * Adds a secret beside the live ones: `given` as the sender shows it, else one that we draw. Throws
 * `invalid_request` for text that is no webhook secret, `conflict` for one that is live already or one
 * too many, `not_found`.
 */
export async function createSecret(
  workspaceId: string,
  endpointId: string,
  given?: string,
  actorId: string | null = null,
): Promise<NewSecret> {
  return changing(async (tx) => {
    await lockEndpoint(tx, workspaceId, endpointId);
    const made = await insertSecret(tx, workspaceId, endpointId, given);
    const detail = { secretId: made.id, given: given !== undefined };
    await recordAudit(workspaceId, actorId, "webhook_secret.created", endpointId, detail, tx);
    return made;
  });
}

/**
 * Makes a new secret and lets the live ones expire after `overlapHours`, by the database's clock (none
 * of them lives longer than it would have). `given` is the sender's own secret. Throws as `createSecret`.
 */
export async function rotateSecret(
  workspaceId: string,
  endpointId: string,
  overlapHours: OverlapHours,
  { given, actorId = null }: { given?: string; actorId?: string | null } = {},
): Promise<NewSecret> {
  return changing(async (tx) => {
    await lockEndpoint(tx, workspaceId, endpointId);
    const made = await insertSecret(tx, workspaceId, endpointId, given, overlapHours > 0);
    await tx.$executeRaw`
      UPDATE webhook_secret
      SET "expiresAt" = least("expiresAt", now() + make_interval(hours => ${overlapHours}::int))
      WHERE "workspaceId" = ${workspaceId} AND "endpointId" = ${endpointId} AND "id" <> ${made.id}
        AND "revokedAt" IS NULL AND ("expiresAt" IS NULL OR "expiresAt" > now())`;
    const detail = { secretId: made.id, overlapHours, given: given !== undefined };
    await recordAudit(workspaceId, actorId, "webhook_secret.rotated", endpointId, detail, tx);
    return made;
  });
}

/** Ends a secret at once. Throws `not_found` when there is none that lives. */
export async function revokeSecret(
  workspaceId: string,
  secretId: string,
  actorId: string | null = null,
): Promise<void> {
  await changing(async (tx) => {
    const { count } = await tx.webhookSecret.updateMany({
      where: { workspaceId, id: secretId, revokedAt: null },
      data: { revokedAt: new Date(now()) },
    });
    if (count === 0) throw new FoyerError("not_found", "There is no such secret to revoke.");
    await recordAudit(workspaceId, actorId, "webhook_secret.revoked", secretId, undefined, tx);
  });
}

/** Runs a change of endpoints or secrets in one transaction; the door learns of it afterwards. */
export async function changing<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const result = await db().$transaction(work);
  forgetEndpoints();
  return result;
}

/** Writes a secret inside the caller's transaction. `beside`: those that live now go on living. */
export async function insertSecret(
  tx: Tx,
  workspaceId: string,
  endpointId: string,
  given?: string,
  beside = true,
): Promise<NewSecret> {
  // Copied text likes to bring white space along, which is no part of any secret.
  const secret = given?.trim() ?? newWebhookSecret();
  if (!isWebhookSecret(secret)) {
    throw new FoyerError(
      "invalid_request",
      "A webhook secret is whsec_ followed by 32 or more letters of base64. Copy all of it.",
      { field: "secret" },
    );
  }
  const live = await listLive(tx, workspaceId, endpointId);
  if (live.includes(secret)) {
    throw new FoyerError("conflict", "This endpoint has this secret already.", { field: "secret" });
  }
  if (beside && live.length >= MAX_LIVE) {
    throw new FoyerError("conflict", `${MAX_LIVE} secrets live already. Revoke one first.`);
  }
  const id = newTimeId("sec", now());
  const sealed = encryptSecret(keyring(), secret, secretContext(workspaceId, id));
  await tx.webhookSecret.create({
    data: { workspaceId, id, endpointId, ...sealed, hint: secretHint(secret) },
  });
  return { id, secret };
}

async function listLive(tx: Tx, workspaceId: string, endpointId: string): Promise<string[]> {
  const rows = await tx.webhookSecret.findMany({
    where: {
      workspaceId,
      endpointId,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: new Date(now()) } }],
    },
  });
  return rows.map((row) => {
    try {
      const context = secretContext(workspaceId, row.id);
      return decryptSecret(keyring(), row.keyId, row.ciphertext, context);
    } catch (error) {
      // It must be possible to replace a secret whose key is lost; it still counts as one.
      if (error instanceof SecretUnreadableError) return "";
      throw error;
    }
  });
}

/** One change of an endpoint's secrets at a time. */
async function lockEndpoint(tx: Tx, workspaceId: string, endpointId: string): Promise<void> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM webhook_endpoint
    WHERE "workspaceId" = ${workspaceId} AND "id" = ${endpointId} FOR UPDATE`;
  if (found.length === 0) throw new FoyerError("not_found", "There is no such webhook endpoint.");
}
