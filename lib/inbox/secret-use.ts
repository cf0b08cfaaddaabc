import { sql } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { slot } from "#lib/slot.ts";

const EVERY_MS = 60_000;

/**
 * Remembers that a secret was used and by which key derivation. Written at most once a minute per
 * secret, after the answer: it is for the admin's eyes and must not cost the sender anything.
 */
export function noteSecretUse(
  workspaceId: string,
  secretId: string,
  derivation: string,
  nowMs: number,
): void {
  const written = slot("secret-use", () => new Map<string, number>());
  if (nowMs - (written.get(secretId) ?? 0) < EVERY_MS) return;
  written.set(secretId, nowMs);
  sql()
    .query(
      `UPDATE webhook_secret SET "lastUsedAt" = $3, "lastDerivation" = $4
       WHERE "workspaceId" = $1 AND "id" = $2`,
      [workspaceId, secretId, new Date(nowMs), derivation],
    )
    .catch((error: unknown) => {
      written.delete(secretId);
      log().warn({ err: error }, "could not note the use of a webhook secret");
    });
}
