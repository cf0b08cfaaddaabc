import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFoyerError } from "#lib/errors.ts";
import { decryptSecret, encryptSecret, parseKeyring } from "./keyring.ts";
import {
  isWebhookSecret,
  newWebhookSecret,
  parseWebhookSecret,
  secretHint,
} from "./secret-format.ts";

const key = () => randomBytes(32).toString("base64");
const old = `k1:${key()}`;
const ring = parseKeyring(old);
const AAD = "ws_1/sec_1";

describe("keyring", () => {
  it("gives back what was encrypted, under a fresh nonce each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, aad) => {
        const { keyId, ciphertext } = encryptSecret(ring, text, aad);
        expect(decryptSecret(ring, keyId, ciphertext, aad)).toBe(text);
        expect(encryptSecret(ring, text, aad).ciphertext).not.toEqual(ciphertext);
      }),
      { numRuns: 50 },
    );
  });
  it("writes with the first key and reads with all", () => {
    const before = encryptSecret(ring, "kept", AAD);
    const rotated = parseKeyring(`k2:${key()}, ${old}`);
    const after = encryptSecret(rotated, "new", AAD);
    expect([before.keyId, after.keyId]).toEqual(["k1", "k2"]);
    expect(decryptSecret(rotated, "k1", before.ciphertext, AAD)).toBe("kept");
    expect(decryptSecret(rotated, "k2", after.ciphertext, AAD)).toBe("new");
  });
  it("refuses every single changed byte, a cut, another row and another key", () => {
    const { ciphertext } = encryptSecret(ring, "whsec_abc", AAD);
    const tampered = expect.objectContaining({ code: "unavailable", reason: "tampered" });
    const read = (bytes: Uint8Array, aad = AAD, keys = ring) =>
      decryptSecret(keys, "k1", bytes, aad);
    for (let i = 0; i < ciphertext.length; i++) {
      const changed = ciphertext.map((byte, at) => (at === i ? byte ^ 1 : byte));
      expect(() => read(changed)).toThrow(tampered);
      expect(() => read(ciphertext.subarray(0, i))).toThrow(tampered);
    }
    expect(() => read(ciphertext, "ws_1/sec_2")).toThrow(tampered);
    expect(() => read(ciphertext, AAD, parseKeyring(`k1:${key()}`))).toThrow(tampered);
    expect(read(ciphertext)).toBe("whsec_abc");
  });
  it("tells an unknown key apart, as a FoyerError", () => {
    const { ciphertext } = encryptSecret(ring, "x", AAD);
    try {
      decryptSecret(ring, "k9", ciphertext, AAD);
      expect.unreachable();
    } catch (error) {
      expect(isFoyerError(error)).toBe(true);
      expect(error).toMatchObject({ reason: "unknown_key", status: 503 });
    }
  });
  it.each([
    ["nothing", ""],
    ["a bare key", key()],
    ["31 bytes", `a:${randomBytes(31).toString("base64")}`],
    ["33 bytes", `a:${randomBytes(33).toString("base64")}`],
    ["no id", `:${key()}`],
    ["an empty last entry", `${old},`],
    ["one id twice", `${old},${old}`],
  ])("refuses %s, naming ENCRYPTION_KEYS and no key", (_name, text) => {
    expect(() => parseKeyring(text)).toThrow(/^ENCRYPTION_KEYS: .{1,80}$/);
    const secret = text.split(":")[1] ?? text;
    if (secret) expect(() => parseKeyring(text)).not.toThrow(secret);
  });
});

describe("secret format", () => {
  const of = (bytes: number) => `whsec_${randomBytes(bytes).toString("base64")}`;

  it("makes secrets that it reads, all different", () => {
    const secret = newWebhookSecret();
    expect(parseWebhookSecret(secret)?.decoded).toHaveLength(32);
    expect(newWebhookSecret()).not.toBe(secret);
    expect(secretHint(secret)).toBe(secret.slice(-4));
  });
  it("takes 24 to 64 bytes of standard base64 behind whsec_", () => {
    expect([23, 24, 64, 65].map((size) => isWebhookSecret(of(size)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const secret = of(32);
    for (const bad of [
      secret.slice(6),
      secret.slice(0, -1),
      `${secret}=`,
      ` ${secret}`,
      `${secret}\n`,
    ])
      expect(isWebhookSecret(bad), bad).toBe(false);
    expect(isWebhookSecret(`whsec_${"-_".repeat(16)}`)).toBe(false);
  });
});
