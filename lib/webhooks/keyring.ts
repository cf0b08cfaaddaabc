import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { FoyerError } from "#lib/errors.ts";

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ENTRY = /^([A-Za-z0-9_-]{1,64}):([A-Za-z0-9+/]{43}=)$/;

/** Encryption keys by id, in the order given: the first one writes, all read. */
export interface Keyring {
  writerId: string;
  keys: ReadonlyMap<string, Uint8Array>;
}

export interface Encrypted {
  keyId: string;
  /** Nonce (12 bytes), ciphertext, tag (16 bytes). */
  ciphertext: Uint8Array<ArrayBuffer>;
}

export type UnreadableReason = "unknown_key" | "tampered";

/** A stored secret cannot be read: 503, because only the operator's keys can put it right. */
export class SecretUnreadableError extends FoyerError {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, message: string) {
    super("unavailable", message, { reason });
    this.reason = reason;
  }
}

function invalid(problem: string): FoyerError {
  return new FoyerError("invalid_request", `ENCRYPTION_KEYS: ${problem}`);
}

/**
 * Reads `id:base64[,id:base64]`, each key 32 bytes. Throws FoyerError naming ENCRYPTION_KEYS; it tells
 * an entry by its position, because a bad entry may be nothing but key.
 */
export function parseKeyring(text: string): Keyring {
  const keys = new Map<string, Uint8Array>();
  for (const [index, entry] of text.split(",").entries()) {
    const [, id, encoded] = ENTRY.exec(entry.trim()) ?? [];
    if (!id || !encoded)
      throw invalid(`entry ${index + 1} is not "id:" and the base64 of ${KEY_BYTES} bytes`);
    if (keys.has(id)) throw invalid(`the id "${id}" is given twice`);
    keys.set(id, Buffer.from(encoded, "base64"));
  }
  const [writerId] = keys.keys();
  if (writerId === undefined) throw invalid("no key is given");
  return { writerId, keys };
}

/**
 * Encrypts with the ring's first key by AES-256-GCM. `aad` names the row that the secret belongs to
 * (`workspaceId/secretId`), so that a ciphertext copied to another row cannot be read there.
 */
export function encryptSecret(keyring: Keyring, plaintext: string, aad: string): Encrypted {
  const keyId = keyring.writerId;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, requireKey(keyring, keyId), nonce, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(Buffer.from(aad, "utf8"));
  const sealed = [nonce, cipher.update(plaintext, "utf8"), cipher.final(), cipher.getAuthTag()];
  return { keyId, ciphertext: new Uint8Array(Buffer.concat(sealed)) };
}

/** Undoes `encryptSecret`. Throws SecretUnreadableError for an unknown key, other aad or changed bytes. */
export function decryptSecret(
  keyring: Keyring,
  keyId: string,
  ciphertext: Uint8Array,
  aad: string,
): string {
  const key = requireKey(keyring, keyId);
  if (ciphertext.length < NONCE_BYTES + TAG_BYTES) throw tampered();
  const nonce = ciphertext.subarray(0, NONCE_BYTES);
  const sealed = ciphertext.subarray(NONCE_BYTES, -TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(aad, "utf8"));
  decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString("utf8");
  } catch {
    throw tampered();
  }
}

function requireKey(keyring: Keyring, keyId: string): Uint8Array {
  const key = keyring.keys.get(keyId);
  if (!key)
    throw new SecretUnreadableError("unknown_key", `ENCRYPTION_KEYS holds no key "${keyId}"`);
  return key;
}

function tampered(): SecretUnreadableError {
  return new SecretUnreadableError("tampered", "A stored secret does not match its key and row");
}
