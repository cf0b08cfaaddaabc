import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto";
import { FoyerError } from "#lib/errors.ts";
import type { WebhookHeaders } from "./headers.ts";
import { newWebhookSecret, parseWebhookSecret } from "./secret-format.ts";

/** How far a delivery's timestamp may be from our clock, in seconds, both ways, inclusive. */
export const TOLERANCE_SECONDS = 300;

const MAX_SIGNATURES = 10;
// Any count up to this costs a refused delivery the same work: two live secrets is one rotation.
const SECRETS_TRIED = 2;
const WEBHOOK_ID = /^[A-Za-z0-9_-]{1,128}$/;
const TIMESTAMP = /^[0-9]{1,12}$/;
// Standard padded base64 of exactly 32 bytes: the last letter before the `=` carries four bits.
const SIGNATURE = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

/** How the key was read out of the secret: see `SecretKeys`. */
export type Derivation = "decoded" | "raw";

/** A secret that may sign now, as stored. */
export interface LiveSecret {
  id: string;
  secret: string;
}

/** A live secret with its keys ready. Keep it: preparing costs more than a signature. */
export interface PreparedSecret {
  id: string;
  keys: Record<Derivation, KeyObject>;
}

export type RefusalReason =
  | "missing_header"
  | "malformed_id"
  | "malformed_timestamp"
  | "malformed_signature"
  | "no_match";

/** `stale`: the signature is good, the timestamp outside the tolerance (quarantine it, answer 401). */
export type Verdict =
  | { ok: true; secretId: string; derivation: Derivation; timestampMs: number; stale: boolean }
  | { ok: false; reason: RefusalReason };

export interface DeliveryToVerify extends WebhookHeaders {
  body: Uint8Array;
  /**
   * Empty for an unknown or disabled endpoint: refused, with the work of a known one. Prepare them
   * beforehand: keys derived here are time that an unknown endpoint does not take.
   */
  secrets: readonly (LiveSecret | PreparedSecret)[];
  nowMs: number;
}

/** Derives a secret's keys once. Throws FoyerError for text that is not a webhook secret. */
export function prepareSecret({ id, secret }: LiveSecret): PreparedSecret {
  const parsed = parseWebhookSecret(secret);
  if (!parsed) throw new FoyerError("invalid_request", `Webhook secret ${id} is malformed`);
  const { decoded, raw } = parsed;
  return { id, keys: { decoded: createSecretKey(decoded), raw: createSecretKey(raw) } };
}

const DECOY = prepareSecret({ id: "decoy", secret: newWebhookSecret() });

/** Secrets nobody knows, to spend on an unknown endpoint what a known one costs. Never accepted. */
export const DECOY_SECRETS: readonly PreparedSecret[] = [DECOY];

/** HMAC-SHA256 over `id.timestamp.` and the body, byte for byte (Standard Webhooks). */
export function signatureBytes(
  key: KeyObject,
  webhookId: string,
  timestamp: string,
  body: Uint8Array,
): Buffer {
  return createHmac("sha256", key).update(`${webhookId}.${timestamp}.`).update(body).digest();
}

/**
 * The `v1` signatures of a header, or null when the header itself is malformed. Entries of another
 * version or that are no base64 of 32 bytes are passed over: one good signature is enough.
 */
function parseSignatures(header: string): Buffer[] | null {
  const entries = header.split(" ", MAX_SIGNATURES + 1);
  if (entries.length > MAX_SIGNATURES) return null;
  const signatures: Buffer[] = [];
  for (const entry of entries) {
    const [version, text, ...rest] = entry.split(",");
    // A second comma is what two headers joined by a proxy or by Node look like.
    if (rest.length > 0) return null;
    if (version !== "v1" || !text || !SIGNATURE.test(text)) continue;
    signatures.push(Buffer.from(text, "base64"));
  }
  return signatures.length > 0 ? signatures : null;
}

/** Compares with every candidate, so that the time does not tell which position matched. */
function isAmong(expected: Buffer, candidates: readonly Buffer[]): boolean {
  let found = 0;
  for (const candidate of candidates) found |= Number(timingSafeEqual(expected, candidate));
  return found === 1;
}

/**
 * Verifies one delivery of a Standard Webhooks sender: pure, strict and before any parsing.
 *
 * Every secret is tried with its decoded key, then every one with its raw key. Only a good signature
 * ends the search early (its sender holds the secret and learns nothing); a refusal always costs the
 * same HMACs, for an unknown endpoint as for one with up to two secrets.
 */
export function verifyDelivery(input: DeliveryToVerify): Verdict {
  const { webhookId, timestamp, signature, body, nowMs } = input;
  if (webhookId === null || timestamp === null || signature === null)
    return { ok: false, reason: "missing_header" };
  if (!WEBHOOK_ID.test(webhookId)) return { ok: false, reason: "malformed_id" };
  if (!TIMESTAMP.test(timestamp)) return { ok: false, reason: "malformed_timestamp" };
  const candidates = parseSignatures(signature);
  if (!candidates) return { ok: false, reason: "malformed_signature" };

  const secrets = input.secrets.map((each) => ("keys" in each ? each : prepareSecret(each)));
  while (secrets.length < SECRETS_TRIED) secrets.push(DECOY);
  for (const derivation of ["decoded", "raw"] as const) {
    for (const secret of secrets) {
      const expected = signatureBytes(secret.keys[derivation], webhookId, timestamp, body);
      if (!isAmong(expected, candidates) || DECOY_SECRETS.includes(secret)) continue;
      const seconds = Number(timestamp);
      // Whole seconds on both sides, as the sender's own libraries compare them.
      const stale = Math.abs(Math.floor(nowMs / 1000) - seconds) > TOLERANCE_SECONDS;
      return { ok: true, secretId: secret.id, derivation, timestampMs: seconds * 1000, stale };
    }
  }
  return { ok: false, reason: "no_match" };
}
