import { Agent, createServer, type RequestOptions, request, type Server } from "node:http";
import { afterAll, beforeAll } from "vitest";
import * as route from "#app/api/webhooks/[endpointId]/route.ts";
import { handleWebhook, webhookPath } from "#lib/inbox/node-door.ts";
import { cutSlowSenders } from "#lib/process/slow-senders.ts";

/** Headers by name: a list is a repeated header, undefined is none. */
export type Fields = Record<string, string | string[] | undefined>;

export interface Sent {
  method?: string;
  /** What follows `/api/webhooks/`. */
  path: string;
  headers: Fields;
  /** A list is sent in chunks, without a Content-Length. */
  body?: Uint8Array | Uint8Array[];
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** One of the two ways in. Both run in this process, on one clock and one database. */
export interface Door {
  name: "node door" | "route handler";
  send(sent: Sent): Promise<Answer>;
}

let server: Server | undefined;
// Connections are kept, as senders do: what is wrong with one answer shows in the next.
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Starts the server of the bare Node door, wired as serve.ts wires it, for the tests of a file. */
export function withNodeDoor(): void {
  beforeAll(async () => {
    const started = createServer({ connectionsCheckingInterval: 100 }, (incoming, response) => {
      const endpointId = webhookPath(incoming.url);
      if (endpointId === null) {
        response.writeHead(404).end();
        return;
      }
      handleWebhook(endpointId, incoming, response).catch(() => {
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    });
    cutSlowSenders(started);
    // A busy machine must not make the agent write to a connection that is being closed.
    started.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
    server = started;
  });
  afterAll(async () => {
    agent.destroy();
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
  });
}

/** Lets a test wait for the end of a slow sender's patience. Returns what puts it back. */
export function allowSlowSenders(forMs: number): () => void {
  const usual = server?.headersTimeout;
  const set = (ms: number | undefined) => Object.assign(server ?? {}, { headersTimeout: ms });
  set(forMs);
  return () => void set(usual);
}

/** The port of the Node door. */
export function doorPort(): number {
  const address = server?.address();
  if (!address || typeof address === "string") throw new Error("the door is not open");
  return address.port;
}

function sendToNode({ method = "POST", path, headers, body }: Sent): Promise<Answer> {
  const given = Object.entries(headers).filter(([, value]) => value !== undefined);
  // Node's client leaves it out for methods that rarely have a body.
  if (body && !Array.isArray(body)) given.push(["content-length", String(body.length)]);
  const options: RequestOptions = {
    host: "127.0.0.1",
    port: doorPort(),
    method,
    path: `/api/webhooks/${path}`,
    headers: Object.fromEntries(given),
    agent,
  };
  return new Promise((resolve, reject) => {
    const client = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const fields = Object.entries(response.headers).map(([name, value]) => [name, `${value}`]);
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(fields), text });
      });
    });
    client.on("error", reject);
    if (!Array.isArray(body)) {
      client.end(body);
      return;
    }
    for (const chunk of body) client.write(chunk);
    client.end();
  });
}

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

/** As Next calls it: a web Request, and the path's parameter decoded. */
async function sendToRoute({ method = "POST", path, headers, body }: Sent): Promise<Answer> {
  const handler = Object.entries(route).find(([name]) => name === method)?.[1];
  if (typeof handler !== "function") throw new Error(`the route has no handler for ${method}`);
  const fields = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const each of [value ?? []].flat()) fields.append(name, each);
  }
  if (body && !Array.isArray(body)) fields.set("content-length", String(body.byteLength));
  const url = new URL(path, "http://door.test/api/webhooks/");
  const stream = body && streamOf([body].flat());
  const init = { method, headers: fields, duplex: "half", ...(stream && { body: stream }) };
  const endpointId = decodeURIComponent(url.pathname.split("/").at(3) ?? "");
  const response = await handler(new Request(url, init), {
    params: Promise.resolve({ endpointId }),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await response.text(),
  };
}

export const NODE: Door = { name: "node door", send: sendToNode };
export const ROUTE: Door = { name: "route handler", send: sendToRoute };
/** The conformance suite runs against each. */
export const DOORS: readonly Door[] = [NODE, ROUTE];
