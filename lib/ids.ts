import { hash, randomFillSync } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

function encode(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += ALPHABET[byte & 31];
  return text;
}

// The generator costs the same for one id as for hundreds.
const pool = new Uint8Array(4096);
let used = pool.length;

function randomLetters(count: number): string {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += count;
  return encode(pool.subarray(used - count, used));
}

/** A new random id such as `whe_3k9…`: 24 letters of 5 bits behind the prefix. */
export function newId(prefix: string): string {
  return `${prefix}_${randomLetters(24)}`;
}

// The latest time of which an id was made, and how many were made of it before the last one.
let lastAt = Number.NaN;
let made = 0;

/**
 * A new id that sorts by the time it was made, so that rows inserted together lie together in the
 * index: `del_`, 10 letters of milliseconds, 3 that count what this process made of that millisecond,
 * 13 random ones. What one process makes of one time without another between sorts as it was made; of
 * two processes only the time counts.
 */
export function newTimeId(prefix: string, at: number): string {
  made = at === lastAt ? made + 1 : 0;
  lastAt = at;
  const count = Math.min(made, ALPHABET.length ** 3 - 1);
  return `${firstTimeId(prefix, at)}${inLetters(count, 3)}${randomLetters(13)}`;
}

/** Sorts before every id that `newTimeId` makes at or after that time, and behind every earlier one. */
export function firstTimeId(prefix: string, at: number): string {
  return `${prefix}_${inLetters(Math.max(0, at), 10)}`;
}

function inLetters(value: number, length: number): string {
  let rest = value;
  let text = "";
  for (let i = 0; i < length; i++) {
    text = ALPHABET[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** The id that a natural key always gets: the same in every rebuild, different in every workspace. */
export function keyedId(prefix: string, workspaceId: string, key: string): string {
  const digest = hash("sha256", `${workspaceId}\0${key}`, "buffer");
  return `${prefix}_${encode(digest.subarray(0, 24))}`;
}

/** SHA-256 of text or bytes, as lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return hash("sha256", data, "hex");
}
