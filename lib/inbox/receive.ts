import { now } from "#lib/clock.ts";
import { sha256 } from "#lib/ids.ts";
import { announceSoon } from "#lib/inbox/announce-soon.ts";
import { applyGate } from "#lib/inbox/apply-gate.ts";
import { wakeDrain } from "#lib/inbox/drain-signal.ts";
import { recordDelivery } from "#lib/inbox/ledger.ts";
import { parseBody } from "#lib/inbox/parse-body.ts";
import { noteSecretUse } from "#lib/inbox/secret-use.ts";
import { hasWorker } from "#lib/inbox/worker.ts";
import type { Gate } from "#lib/privacy/gate.ts";
import { readWebhookHeaders } from "#lib/webhooks/headers.ts";
import { getLiveEndpoint } from "#lib/webhooks/live-endpoint.ts";
import { verifyDelivery } from "#lib/webhooks/signature.ts";

/** The answer of the door: a status and, for failures, a short text. */
export interface DoorAnswer {
  status: 204 | 400 | 401;
  message: string | null;
}

// One text for every 401, so that it tells nothing about endpoints or secrets.
const UNAUTHORIZED: DoorAnswer = { status: 401, message: "The signature could not be verified." };

// Twelve digits of seconds reach the year 33658, which neither engine reads back from an ISO string.
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * Takes one webhook message: verifies it over its raw bytes before anything is parsed or written,
 * stores it, and only then answers 204. Rejects when the ledger cannot be written (the caller answers
 * 503 and the sender tries again).
 */
export async function receiveDelivery(
  endpointId: string,
  getHeader: (name: string) => string | string[] | null | undefined,
  body: Uint8Array,
): Promise<DoorAnswer> {
  const nowMs = now();
  const endpoint = await getLiveEndpoint(endpointId, nowMs);
  const live = endpoint?.secrets.filter((one) => one.expiresAt === null || one.expiresAt > nowMs);
  const headers = readWebhookHeaders(getHeader);
  const verdict = verifyDelivery({
    ...headers,
    body,
    secrets: live?.map((one) => one.prepared) ?? [],
    nowMs,
  });
  const { webhookId } = headers;
  if (!verdict.ok || !endpoint || webhookId === null) return UNAUTHORIZED;

  const checked = checkBody(endpoint.gate, body);
  if (!checked.ok) return { status: 400, message: BODY_PROBLEMS[checked.reason] };

  await recordDelivery({
    workspaceId: endpoint.workspaceId,
    endpointId: endpoint.id,
    webhookId,
    bodyHash: sha256(body),
    receivedAt: new Date(nowMs),
    sentAt: new Date(Math.min(verdict.timestampMs, LAST_INSTANT)),
    secretId: verdict.secretId,
    derivation: verdict.derivation,
    state: verdict.stale ? "quarantined" : "pending",
    reason: verdict.stale ? "stale_timestamp" : null,
    ...checked.stored,
  });
  noteSecretUse(endpoint.workspaceId, verdict.secretId, verdict.derivation, nowMs);
  if (verdict.stale) return UNAUTHORIZED;
  if (hasWorker()) wakeDrain();
  else announceSoon();
  return { status: 204, message: null };
}

/**
 * What of a body is stored, or why none of it. In a function of its own: the parsed value is garbage at its end, not
 * kept alive, and copied by the collector, while the delivery waits for its commit.
 */
function checkBody(gate: Gate, body: Uint8Array) {
  const parsed = parseBody(body);
  return parsed.ok ? { ok: true as const, stored: applyGate(gate, body, parsed.value) } : parsed;
}

const BODY_PROBLEMS = {
  not_utf8: "The body is not UTF-8.",
  not_json: "The body is not JSON.",
  too_deep: "The body is nested too deeply.",
  too_many_nodes: "The body has too many values.",
} as const;
