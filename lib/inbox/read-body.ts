/** The largest body that the webhook door takes: 1 MiB. */
export const MAX_BODY_BYTES = 1024 * 1024;

export type ReadBody =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; reason: "too_large" | "incomplete" };

/** A request's body that can be read once, whichever server it came through. */
export interface BodySource {
  /** See `readCapped`. */
  read(limit: number, declaredLength: number | null): Promise<ReadBody>;
  /** Reads on for nothing, to the end. Never rejects. */
  discard(): Promise<void>;
}

/** The body of a web request, or of anything else that can be iterated over. */
export function bodyOf(stream: AsyncIterable<Uint8Array>): BodySource {
  return {
    read: (limit, declaredLength) => readCapped(stream, limit, declaredLength),
    async discard() {
      try {
        for await (const _chunk of stream);
      } catch {
        // Whoever broke off does not wait for an answer.
      }
    },
  };
}

/**
 * Reads a request's body up to `limit` bytes, from a web ReadableStream or any other async iterable.
 * `declaredLength` is the Content-Length, null when there is none; one over the limit is refused
 * before a byte is read, and another number of bytes than declared is `incomplete`, as is a stream
 * that breaks off.
 *
 * A body over the cap is left unread and the stream undestroyed, so that the caller can still answer
 * 413 on its socket; it must then close the connection.
 */
export async function readCapped(
  stream: AsyncIterable<Uint8Array>,
  limit = MAX_BODY_BYTES,
  declaredLength: number | null = null,
): Promise<ReadBody> {
  if (declaredLength !== null && declaredLength > limit) return { ok: false, reason: "too_large" };
  // Not `for await`: leaving that loop early destroys an IncomingMessage and its socket with it.
  const iterator = stream[Symbol.asyncIterator]();
  let bytes: Uint8Array = new Uint8Array(0);
  let length = 0;
  try {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      if (length + next.value.length > limit) return { ok: false, reason: "too_large" };
      bytes = appendBytes(bytes, length, next.value);
      length += next.value.length;
    }
  } catch {
    return { ok: false, reason: "incomplete" };
  }
  if (declaredLength !== null && declaredLength !== length)
    return { ok: false, reason: "incomplete" };
  return { ok: true, bytes: bytes.subarray(0, length) };
}

/**
 * Puts `chunk` behind the first `length` bytes. One buffer that doubles, not a list of chunks: a sender
 * of one-byte chunks could make a list cost a hundred times the limit. A single chunk is not copied.
 */
export function appendBytes(bytes: Uint8Array, length: number, chunk: Uint8Array): Uint8Array {
  if (length === 0) return chunk;
  const needed = length + chunk.length;
  let target = bytes;
  if (needed > bytes.length) {
    target = new Uint8Array(Math.max(needed, bytes.length * 2));
    target.set(bytes.subarray(0, length));
  }
  target.set(chunk, length);
  return target;
}
