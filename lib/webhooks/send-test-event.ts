import { z } from "zod";
import { recordAudit } from "#lib/audit/record.ts";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { FoyerError } from "#lib/errors.ts";
import { newTimeId } from "#lib/ids.ts";
import { decryptSecret } from "#lib/webhooks/keyring.ts";
import { keyring, secretContext } from "#lib/webhooks/live-endpoint.ts";
import { signDelivery } from "#lib/webhooks/sign.ts";

const TIMEOUT_MS = 10_000;

/** What our own door answered, and the row that the event became; null when it was not stored. */
export interface TestEventResult {
  status: number;
  deliveryId: string | null;
}

/**
 * Sends a signed `foyer.test` event to our own door, over HTTP like any sender; the ledger keeps it as
 * ignored. Throws `not_found`, `conflict` when the endpoint is disabled or has no live secret, and
 * `unavailable` when the door cannot be reached.
 */
export async function sendTestEvent(
  workspaceId: string,
  endpointId: string,
  actorId: string | null = null,
): Promise<TestEventResult> {
  const secret = await newestSecret(workspaceId, endpointId);
  const at = now();
  const id = newTimeId("msg_test", at);
  const event = {
    id: newTimeId("evt_test", at),
    type: "foyer.test",
    created: at,
    data: { message: "Sent from Foyer's settings to see whether this endpoint works." },
  };
  const body = JSON.stringify(event);
  const signed = signDelivery({ id, timestampSeconds: Math.floor(at / 1000), body, secret });
  const status = await post(`${ownOrigin(env())}/api/webhooks/${endpointId}`, body, signed);
  await recordAudit(workspaceId, actorId, "webhook_endpoint.tested", endpointId, { status });
  return { status, deliveryId: await findDelivery(workspaceId, endpointId, id) };
}

/**
 * Where this process listens, seen from itself: the public URL may only resolve outside of it. A server
 * bound to all interfaces is on loopback too.
 */
export function ownOrigin({ HOSTNAME, PORT }: { HOSTNAME: string; PORT: number }): string {
  if (["0.0.0.0", "::", "localhost"].includes(HOSTNAME)) return `http://127.0.0.1:${PORT}`;
  return `http://${HOSTNAME.includes(":") ? `[${HOSTNAME}]` : HOSTNAME}:${PORT}`;
}

async function post(url: string, body: string, signed: Record<string, string>): Promise<number> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...signed },
      body,
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FoyerError("unavailable", `The server could not reach its own door, ${url}: ${why}.`);
  }
}

const secretRow = z.object({
  isDisabled: z.boolean(),
  id: z.string().nullable(),
  keyId: z.string().nullable(),
  ciphertext: z.instanceof(Uint8Array).nullable(),
});

async function newestSecret(workspaceId: string, endpointId: string): Promise<string> {
  const [row] = await sql().query(
    `SELECT e."disabledAt" IS NOT NULL AS "isDisabled", s."id", s."keyId", s."ciphertext"
     FROM webhook_endpoint e
     LEFT JOIN webhook_secret s ON s."workspaceId" = e."workspaceId" AND s."endpointId" = e."id"
       AND s."revokedAt" IS NULL AND (s."expiresAt" IS NULL OR s."expiresAt" > now())
     WHERE e."workspaceId" = $1 AND e."id" = $2
     ORDER BY s."createdAt" DESC, s."id" DESC LIMIT 1`,
    [workspaceId, endpointId],
  );
  if (!row) throw new FoyerError("not_found", "There is no such webhook endpoint.");
  const { isDisabled, id, keyId, ciphertext } = secretRow.parse(row);
  if (isDisabled) throw new FoyerError("conflict", "This endpoint is disabled. Enable it first.");
  if (id === null || keyId === null || ciphertext === null) {
    throw new FoyerError("conflict", "This endpoint has no live secret. Add one first.");
  }
  return decryptSecret(keyring(), keyId, ciphertext, secretContext(workspaceId, id));
}

async function findDelivery(workspaceId: string, endpointId: string, webhookId: string) {
  const [row] = await sql().query(
    `SELECT id FROM delivery WHERE "workspaceId" = $1 AND "endpointId" = $2 AND "webhookId" = $3`,
    [workspaceId, endpointId, webhookId],
  );
  return row ? z.object({ id: z.string() }).parse(row).id : null;
}
