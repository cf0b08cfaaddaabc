import type { IncomingMessage, Server, ServerResponse } from "node:http";

const USUAL_MS = 10_000;
/** 10 MB, the most that an import takes, over a line of 150 kbit/s. */
const UPLOAD_MS = 600_000;
/** What a refused upload has left to read its answer in. */
const LINGER_MS = 2_000;

const UPLOAD = /^\/[^/?#]+\/settings\/import\/upload\/?(?:[?#]|$)/;

/**
 * Cuts off, with 408, whoever takes over ten seconds to send a request's head, or its body. Only the
 * upload of a file has more time: its route looks at the session before it reads a byte, and whoever it
 * refuses is not heard out. The usual time is the server's `headersTimeout`; Node's `requestTimeout`
 * knows one time for all paths, so it has the longest.
 */
export function cutSlowSenders(server: Server): void {
  server.headersTimeout = USUAL_MS;
  server.requestTimeout = UPLOAD_MS;
  server.prependListener("request", (request: IncomingMessage, response: ServerResponse) => {
    const { method, url, headers } = request;
    if (headers["content-length"] === undefined && !headers["transfer-encoding"]) return;
    if (method === "POST" && UPLOAD.test(url ?? "")) {
      response.once("finish", () => cutAfter(LINGER_MS, request, response));
    } else {
      cutAfter(server.headersTimeout, request, response);
    }
  });
}

function cutAfter(ms: number, request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return;
  const timer = setTimeout(() => {
    if (request.complete) return;
    const { socket } = request;
    // Without a socket of its own yet, the answer stands behind another one on the same connection.
    if (response.socket === socket && !response.headersSent) {
      socket.write("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n");
    }
    socket.destroy();
  }, ms);
  timer.unref();
  request.once("close", () => clearTimeout(timer));
}
