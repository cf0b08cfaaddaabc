import type { IncomingMessage } from "node:http";
import { appendBytes, type BodySource, type ReadBody } from "#lib/inbox/read-body.ts";

/**
 * The body of a request on Node's own server, read by events: an async iterator over it costs about as
 * much as checking the signature. A body over the limit is left unread with its socket open, as
 * `readCapped` does.
 */
export function nodeBody(request: IncomingMessage): BodySource {
  return {
    read: (limit, declaredLength) => readIncoming(request, limit, declaredLength),
    discard: () =>
      new Promise((resolve) => {
        if (request.readableEnded || request.destroyed) return resolve();
        for (const event of ["end", "close", "error"]) request.once(event, () => resolve());
        request.resume();
      }),
  };
}

function readIncoming(
  request: IncomingMessage,
  limit: number,
  declaredLength: number | null,
): Promise<ReadBody> {
  return new Promise((resolve) => {
    let bytes: Uint8Array = new Uint8Array(0);
    let length = 0;
    const finish = (read: ReadBody) => {
      request.off("data", onData).off("end", onEnd).off("close", onBreak).off("error", onBreak);
      // Whatever breaks from here on is the sender's loss alone, and must not end the process.
      request.on("error", () => {});
      resolve(read);
    };
    const onData = (chunk: Uint8Array) => {
      if (length + chunk.length > limit) {
        request.pause();
        finish({ ok: false, reason: "too_large" });
        return;
      }
      bytes = appendBytes(bytes, length, chunk);
      length += chunk.length;
    };
    const onEnd = () => {
      const isWhole = declaredLength === null || declaredLength === length;
      finish(isWhole ? { ok: true, bytes: bytes.subarray(0, length) } : INCOMPLETE);
    };
    const onBreak = () => finish(INCOMPLETE);
    if (declaredLength !== null && declaredLength > limit) {
      finish({ ok: false, reason: "too_large" });
    } else if (request.destroyed) {
      finish(INCOMPLETE);
    } else {
      request.on("data", onData).on("end", onEnd).on("close", onBreak).on("error", onBreak);
    }
  });
}

const INCOMPLETE: ReadBody = { ok: false, reason: "incomplete" };
