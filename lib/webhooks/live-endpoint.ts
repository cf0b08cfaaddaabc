import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { DEFAULT_GATE, type Gate } from "#lib/privacy/gate.ts";
import { gateRow } from "#lib/privacy/gate-row.ts";
import { slot } from "#lib/slot.ts";
import { decryptSecret, parseKeyring } from "#lib/webhooks/keyring.ts";
import { type PreparedSecret, prepareSecret } from "#lib/webhooks/signature.ts";

/** An endpoint as the door needs it: its workspace with its gate, and secrets ready to verify with. */
export interface LiveEndpoint {
  id: string;
  workspaceId: string;
  gate: Gate;
  secrets: { prepared: PreparedSecret; expiresAt: number | null }[];
}

const ENDPOINT_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** True for text that may be an endpoint's id. */
export function isEndpointId(text: string): boolean {
  return ENDPOINT_ID.test(text);
}

interface Cached {
  endpoint: LiveEndpoint | null;
  until: number;
}

// Another process learns of a revocation after this long at most; this one at once (forgetEndpoints).
const TTL_MS = 1_000;
const MAX_CACHED = 10_000;

const cache = () => slot("live-endpoints", () => new Map<string, Cached>());

const rowSchema = z.object({
  workspaceId: z.string(),
  secretId: z.string().nullable(),
  keyId: z.string().nullable(),
  ciphertext: z.instanceof(Uint8Array).nullable(),
  expiresAt: z.date().nullable(),
  gate: gateRow.nullable(),
});

/** The data that an encrypted secret is bound to. */
export function secretContext(workspaceId: string, secretId: string): string {
  return `${workspaceId}/${secretId}`;
}

/** The keyring of this process. */
export function keyring() {
  return slot("keyring", () => parseKeyring(env().ENCRYPTION_KEYS));
}

/** The enabled endpoint with this id and its live secrets, or null. Cached for a second. */
export async function getLiveEndpoint(id: string, nowMs: number): Promise<LiveEndpoint | null> {
  // PostgreSQL refuses a NUL in text, and the cache must not hold keys of any length.
  if (!isEndpointId(id)) return null;
  const known = cache().get(id);
  if (known && known.until > nowMs) return known.endpoint;
  const endpoint = await loadEndpoint(id);
  // Unknown ids come from outside without limit, so the cache has one.
  if (cache().size >= MAX_CACHED) cache().clear();
  cache().set(id, { endpoint, until: nowMs + TTL_MS });
  return endpoint;
}

/** Drops what is cached, after a change of endpoints or secrets. */
export function forgetEndpoints(): void {
  cache().clear();
}

async function loadEndpoint(id: string): Promise<LiveEndpoint | null> {
  const rows = await sql().query(
    `SELECT e."workspaceId", s."id" AS "secretId", s."keyId", s."ciphertext", s."expiresAt",
       to_jsonb(p) AS "gate"
     FROM webhook_endpoint e
     LEFT JOIN privacy_settings p ON p."workspaceId" = e."workspaceId"
     LEFT JOIN webhook_secret s ON s."workspaceId" = e."workspaceId" AND s."endpointId" = e."id"
       AND s."revokedAt" IS NULL AND (s."expiresAt" IS NULL OR s."expiresAt" > now())
     WHERE e."id" = $1 AND e."disabledAt" IS NULL
     ORDER BY s."createdAt" DESC`,
    [id],
  );
  const parsed = rows.map((row) => rowSchema.parse(row));
  const [first] = parsed;
  if (!first) return null;
  const secrets = parsed.flatMap(({ secretId, keyId, ciphertext, expiresAt }) => {
    if (!secretId || !keyId || !ciphertext) return [];
    try {
      const context = secretContext(first.workspaceId, secretId);
      const secret = decryptSecret(keyring(), keyId, ciphertext, context);
      const prepared = prepareSecret({ id: secretId, secret });
      return [{ prepared, expiresAt: expiresAt?.getTime() ?? null }];
    } catch (error) {
      // One unreadable secret must not close the door for the others.
      log().error({ err: error, secretId }, "webhook secret cannot be read");
      return [];
    }
  });
  return { id, workspaceId: first.workspaceId, gate: first.gate ?? DEFAULT_GATE, secrets };
}
