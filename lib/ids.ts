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

/**
 * A new id that sorts by the time it was made (`del_` + 10 letters of milliseconds + 16 random ones),
 * so that rows inserted together lie together in the index.
 */
export function newTimeId(prefix: string, at: number): string {
  return `${firstTimeId(prefix, at)}${randomLetters(16)}`;
}

/** Sorts before every id that `newTimeId` makes at or after that time, and behind every earlier one. */
export function firstTimeId(prefix: string, at: number): string {
  let rest = Math.max(0, at);
  let time = "";
  for (let i = 0; i < 10; i++) {
    time = ALPHABET[rest % 32] + time;
    rest = Math.floor(rest / 32);
  }
  return `${prefix}_${time}`;
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
