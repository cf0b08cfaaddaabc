import { randomInt } from "node:crypto";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const LENGTH = 43; // 43 × log2(62) = 256 bits
const SHOWN = 8;

/** `fy_` and at least 32 letters or digits; the upper end only keeps nonsense from being hashed. */
export const API_KEY_PATTERN = /^fy_[A-Za-z0-9]{32,256}$/;

/** A new random key. */
export function newApiKeyText(): string {
  let text = "fy_";
  for (let i = 0; i < LENGTH; i++) text += LETTERS[randomInt(LETTERS.length)];
  return text;
}

/** The beginning of a key, which lists show so that people can tell their keys apart. */
export function apiKeyPrefix(key: string): string {
  return key.slice(0, SHOWN);
}
