import type { IncomingMessage, ServerResponse } from "node:http";
import { answerWebhook, problemText } from "#lib/inbox/door.ts";
import { nodeBody } from "#lib/inbox/node-body.ts";

const PATH = /^\/api\/webhooks\/([^/?#]+)\/?(?:[?#]|$)/;

// What is still read of a request that is refused already.
const LINGER_BYTES = 8 * 1024 * 1024;
const LINGER_MS = 2_000;

/** The endpoint id in a request's URL, or null for any other path. */
export function webhookPath(url: string | undefined): string | null {
  const id = PATH.exec(url ?? "")?.[1];
  if (id === undefined) return null;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Answers a webhook request on a bare Node server, before any framework sees it. */
export async function handleWebhook(
  endpointId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await answerWebhook({
    method: request.method ?? "",
    endpointId,
    // `headersDistinct` keeps repeated headers apart; the joined form would hide them.
    header: (name) => {
      const values = request.headersDistinct[name];
      return values?.length === 1 ? values[0] : (values ?? null);
    },
    body: nodeBody(request),
  });
  if (response.destroyed) return;
  const headers = { ...answer.headers, "cache-control": "no-store" };
  if (answer.message === null) {
    response.writeHead(answer.status, headers).end();
    return;
  }
  const text = problemText(answer);
  // A request that we stopped reading cannot be followed by another one on the same connection.
  const closing = request.complete ? {} : { connection: "close" };
  response.writeHead(answer.status, {
    ...headers,
    ...closing,
    "content-type": "application/problem+json",
    "content-length": Buffer.byteLength(text),
  });
  if (request.complete) {
    response.end(text);
    return;
  }
  // Closing on unread bytes resets the connection, and a sender that still writes would see the reset
  // instead of the answer.
  response.write(text);
  await discardRest(request);
  response.end();
}

/** Reads on for nothing, until the request ends or its sender has had its share of bytes and time. */
function discardRest(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    const timer = setTimeout(finish, LINGER_MS);
    function finish(): void {
      clearTimeout(timer);
      request.off("readable", discard);
      resolve();
    }
    function discard(): void {
      for (let chunk = request.read(); chunk !== null; chunk = request.read())
        bytes += chunk.length;
      if (bytes > LINGER_BYTES) finish();
    }
    request.on("readable", discard);
    for (const event of ["end", "close", "error"]) request.once(event, finish);
  });
}
