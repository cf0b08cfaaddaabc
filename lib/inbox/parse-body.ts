import type { Json } from "#lib/json.ts";

/** Containers inside each other that a body may have; `[[1]]` has depth 2. */
export const MAX_DEPTH = 64;
/** Values that a body may have: each object, array, string, number and literal; keys do not count. */
export const MAX_NODES = 50_000;

export type BodyProblem = "not_utf8" | "not_json" | "too_deep" | "too_many_nodes";
export type ParsedBody = { ok: true; value: Json } | { ok: false; reason: BodyProblem };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const BYTE_ORDER_MARK = 0xfeff;
const UTF8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Parses the raw body of a delivery: fatal UTF-8, one leading BOM skipped, limits checked before
 * JSON.parse sees it. As in JSON.parse the last of duplicate keys wins and lone surrogates written as
 * escapes survive; a key `__proto__` is dropped, because assigning it anywhere later would swap a
 * prototype.
 */
export function parseBody(bytes: Uint8Array): ParsedBody {
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch {
    return { ok: false, reason: "not_utf8" };
  }
  const excess = mayExceed(bytes, text) ? findExcess(bytes) : null;
  return excess ? { ok: false, reason: excess } : parseText(text);
}

/** Selects the body of a row `b` of delivery_body as text for `parseStoredBody`. */
export const BODY_TEXT = `convert_from(b."body", 'UTF8') AS "body"`;

/**
 * Parses a body of the ledger, as text: what is stored has passed `parseBody` at the door, so the limits
 * are not checked again. Text costs a database driver half of what bytes cost, which it gets as hex.
 */
export function parseStoredBody(text: string): ParsedBody {
  return parseText(text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text);
}

function parseText(text: string): ParsedBody {
  try {
    const value: Json = JSON.parse(text, mayNameProto(text) ? withoutProto : undefined);
    return { ok: true, value };
  } catch {
    return { ok: false, reason: "not_json" };
  }
}

/**
 * False where the limits cannot be passed: there are no more values than bytes, and no more containers
 * inside each other than brackets that open one. Spares the usual body a pass over its bytes.
 */
function mayExceed(bytes: Uint8Array, text: string): boolean {
  if (bytes.length > MAX_NODES) return true;
  let openers = 0;
  for (const bracket of ["{", "["]) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (++openers > MAX_DEPTH) return true;
    }
  }
  return false;
}

/** An escape may spell any letter of the name; two searches for plain text cost less than one pattern. */
function mayNameProto(text: string): boolean {
  return text.includes("__proto__") || text.includes("\\u00");
}

function withoutProto(key: string, value: unknown): unknown {
  return key === "__proto__" ? undefined : value;
}

/**
 * Counts depth and values in one pass over the bytes, without recursion. It is exact for valid JSON:
 * there is one value at the root, one more behind each comma, and one first value in each container
 * that is not empty. For anything else it only has to end; JSON.parse refuses it afterwards.
 */
function findExcess(bytes: Uint8Array): "too_deep" | "too_many_nodes" | null {
  let depth = 0;
  let nodes = 1;
  let justOpened = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) continue;
    const isCloser = byte === 0x5d || byte === 0x7d;
    if (justOpened && !isCloser) nodes++;
    justOpened = false;
    if (byte === QUOTE) i = endOfString(bytes, i);
    else if (byte === COMMA) nodes++;
    else if (isCloser) depth--;
    else if (byte === 0x5b || byte === 0x7b) {
      justOpened = true;
      if (++depth > MAX_DEPTH) return "too_deep";
    }
    if (nodes > MAX_NODES) return "too_many_nodes";
  }
  return null;
}

/** Index of the quote that closes the string opened at `start`, or the end of the bytes. */
function endOfString(bytes: Uint8Array, start: number): number {
  let i = start + 1;
  while (i < bytes.length && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1;
  return i;
}
