import { lookup } from "node:dns";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction, type Socket } from "node:net";
import { hostOf, isAllowedAddress } from "#lib/outbox/outgoing-url.ts";

/** What the other side answered. `excerpt` is the beginning of its body. */
export interface Posted {
  status: number;
  retryAfterSeconds: number;
  excerpt: string;
}

/** A URL whose name leads to an address that messages may not be sent to. */
export class BlockedAddress extends Error {
  constructor() {
    super("it leads into a private network");
    this.name = "BlockedAddress";
  }
}

const TIMEOUT_MS = 8_000;
const EXCERPT_BYTES = 2_048;
const MAX_RETRY_AFTER = 86_400;

/**
 * Posts JSON to an address on the internet and nowhere else. The name is looked up here, once: only
 * addresses that may be sent to are given to the socket, and the one it is connected to is checked
 * again before a byte is written. Redirects are not followed, no more than the beginning of the answer
 * is read, and all of it together has eight seconds. Throws BlockedAddress, or the network's error.
 */
export async function postGuarded(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  timeoutMs = TIMEOUT_MS,
): Promise<Posted> {
  const host = hostOf(url);
  // An address is never looked up, so the guard below would not see it.
  if (isIP(host) !== 0 && !isAllowedAddress(host)) throw new BlockedAddress();
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await send(url, headers, body, signal);
  try {
    return {
      status: response.statusCode ?? 0,
      retryAfterSeconds: retryAfterOf(response),
      excerpt: await beginningOf(response),
    };
  } finally {
    response.destroy();
  }
}

function send(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
) {
  const start = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise<IncomingMessage>((resolve, reject) => {
    const request = start(url, {
      method: "POST",
      agent: false,
      signal,
      lookup: guardedLookup,
      headers: {
        "content-type": "application/json",
        "user-agent": "Foyer",
        ...headers,
        "content-length": Buffer.byteLength(body),
      },
    });
    request.on("error", reject);
    request.on("response", resolve);
    request.on("socket", (socket: Socket) => {
      socket.once("connect", () => {
        if (isAllowedAddress(socket.remoteAddress ?? "")) request.end(body);
        else request.destroy(new BlockedAddress());
      });
    });
  });
}

const guardedLookup: LookupFunction = (name, options, callback) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, []);
    const allowed = found.filter(({ address }) => isAllowedAddress(address));
    const [first] = allowed;
    if (!first) return callback(new BlockedAddress(), []);
    if (options.all) callback(null, allowed);
    else callback(null, first.address, first.family);
  });
};

function retryAfterOf({ headers }: IncomingMessage): number {
  const seconds = Number(headers["retry-after"] ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, MAX_RETRY_AFTER) : 0;
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response) {
    parts.push(Buffer.from(part));
    bytes += parts.at(-1)?.length ?? 0;
    if (bytes >= EXCERPT_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, EXCERPT_BYTES).toString("utf8");
}
