import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { API_KEY_PATTERN } from "#lib/api-keys/api-key-text.ts";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { sha256 } from "#lib/ids.ts";

const USE_STEP_MS = 60_000;

const row = z.object({
  workspaceId: z.string(),
  id: z.string(),
  hash: z.string(),
  scopes: z.array(z.string()),
  lastUsedAt: z.date().nullable(),
});

/** Who calls the API: one key of one workspace. */
export interface ApiCaller {
  workspaceId: string;
  keyId: string;
  scopes: string[];
}

/**
 * The caller behind a key's text; null when it is no key of ours or a revoked one. Notes the use, at
 * most once a minute for each key.
 */
export async function verifyApiKey(text: string): Promise<ApiCaller | null> {
  if (!API_KEY_PATTERN.test(text)) return null;
  const hash = sha256(text);
  const [found] = await sql().query(
    `SELECT "workspaceId", id, hash, scopes, "lastUsedAt" FROM api_key
     WHERE hash = $1 AND "revokedAt" IS NULL LIMIT 1`,
    [hash],
  );
  if (!found) return null;
  const key = row.parse(found);
  // The index has compared already; what is left to learn from timing is a hash, not the key.
  if (!timingSafeEqual(Buffer.from(key.hash), Buffer.from(hash))) return null;
  await noteUse(key);
  return { workspaceId: key.workspaceId, keyId: key.id, scopes: key.scopes };
}

async function noteUse({ workspaceId, id, lastUsedAt }: z.output<typeof row>): Promise<void> {
  const at = now();
  if (lastUsedAt && at - lastUsedAt.getTime() < USE_STEP_MS) return;
  await sql().query(
    `UPDATE api_key SET "lastUsedAt" = $3::timestamptz WHERE "workspaceId" = $1 AND id = $2`,
    [workspaceId, id, new Date(at).toISOString()],
  );
}
