import { randomBytes } from "node:crypto";

const PREFIX = "whsec_";
const MIN_BYTES = 24;
const MAX_BYTES = 64;
const NEW_BYTES = 32;

/** The two readings of one secret. Which one a sender uses is an open point, so both are tried. */
export interface SecretKeys {
  /** The base64 behind `whsec_`, decoded (Standard Webhooks). */
  decoded: Uint8Array;
  /** The characters behind `whsec_` themselves, as UTF-8. */
  raw: Uint8Array;
}

/** Makes a new signing secret: `whsec_` and the base64 of 32 random bytes. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(NEW_BYTES).toString("base64");
}

/**
 * Both keys of a secret, or null when it is not `whsec_` and standard padded base64 of 24–64 bytes.
 * Surrounding white space is an error too: it would silently change the raw key.
 */
export function parseWebhookSecret(text: string): SecretKeys | null {
  if (!text.startsWith(PREFIX)) return null;
  const encoded = text.slice(PREFIX.length);
  const decoded = Buffer.from(encoded, "base64");
  // Buffer forgives nearly everything; only what encodes back to itself is standard base64.
  if (decoded.toString("base64") !== encoded) return null;
  if (decoded.length < MIN_BYTES || decoded.length > MAX_BYTES) return null;
  return { decoded, raw: Buffer.from(encoded, "utf8") };
}

/** True for a secret that `parseWebhookSecret` understands. */
export function isWebhookSecret(text: string): boolean {
  return parseWebhookSecret(text) !== null;
}

/** The last four characters: enough to tell two secrets apart in a list, too few to be of use. */
export function secretHint(secret: string): string {
  return secret.slice(-4);
}
