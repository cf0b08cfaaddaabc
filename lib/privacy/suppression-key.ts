import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { decryptSecret, encryptSecret } from "#lib/webhooks/keyring.ts";
import { keyring } from "#lib/webhooks/live-endpoint.ts";

const sealedRow = z.object({ keyId: z.string(), ciphertext: z.instanceof(Uint8Array) });

const contextOf = (workspaceId: string) => `${workspaceId}/suppression`;

/**
 * What the suppressions of a workspace are hashed with; null where nobody is suppressed. It is encrypted
 * with ENCRYPTION_KEYS: without them a copy of the database does not even tell whether a given address is
 * among them. Throws `unavailable` where those keys are missing: better no event than one too many.
 */
export async function loadSuppressionKey(sql: Sql, workspaceId: string): Promise<string | null> {
  // suppression_key_pkey.
  const [row] = await sql.query(
    `SELECT "keyId", "ciphertext" FROM suppression_key WHERE "workspaceId" = $1`,
    [workspaceId],
  );
  if (!row) return null;
  const { keyId, ciphertext } = sealedRow.parse(row);
  return decryptSecret(keyring(), keyId, ciphertext, contextOf(workspaceId));
}

/** The same, made where there is none yet. The caller holds the projection. */
export async function ensureSuppressionKey(sql: Sql, workspaceId: string): Promise<string> {
  const known = await loadSuppressionKey(sql, workspaceId);
  if (known !== null) return known;
  const key = randomBytes(32).toString("base64");
  const { keyId, ciphertext } = encryptSecret(keyring(), key, contextOf(workspaceId));
  await sql.query(
    `INSERT INTO suppression_key ("workspaceId", "keyId", "ciphertext") VALUES ($1, $2, $3)`,
    [workspaceId, keyId, ciphertext],
  );
  return key;
}
