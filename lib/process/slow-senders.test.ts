import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { cutSlowSenders } from "./slow-senders.ts";

const USUAL_MS = 300;
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that refuses before it reads who has no session, and else answers with the number of bytes it read. */
async function listen(): Promise<number> {
  const started = createServer({ connectionsCheckingInterval: 50 }, async (request, response) => {
    if (request.headers.authorization === "none") return response.writeHead(401).end();
    let length = 0;
    try {
      for await (const chunk of request) length += chunk.length;
    } catch {
      return; // cut off
    }
    return response.end(String(length));
  });
  cutSlowSenders(started);
  started.headersTimeout = USUAL_MS;
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  return (started.address() as AddressInfo).port;
}

/** Sends a head, then twenty bytes over four seconds; what came back and after how long it was over. */
async function drip(path: string, fields: readonly string[] = []) {
  const socket = connect(await listen(), "127.0.0.1");
  const start = performance.now();
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
  });
  socket.on("error", () => {});
  const closed = new Promise((resolve) => socket.once("close", resolve));
  const head = [`POST ${path} HTTP/1.1`, "Host: x", "Content-Length: 20", ...fields];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  for (let sent = 0; sent < 20 && !socket.destroyed; sent += 1) {
    socket.write("x");
    await Promise.race([pause(200), closed]);
  }
  if (!text.includes("200 OK")) await Promise.race([closed, pause(3_000)]);
  const ms = performance.now() - start;
  const isOpen = !socket.destroyed;
  socket.destroy();
  return { status: Number(text.split(" ")[1] ?? 0), text, ms, isOpen };
}

test("a slow body is cut off with 408, on every path but that of the upload", async () => {
  for (const path of [
    "/api/webhooks/ep_1",
    "/acme/settings/import",
    "/acme/settings/import/upload/x",
    "/api/webhooks/acme/settings/import/upload",
  ]) {
    const { status, ms, isOpen } = await drip(path);
    expect([path, status, isOpen]).toEqual([path, 408, false]);
    expect(ms).toBeLessThan(1_500);
  }
}, 20_000);

test("an upload may take longer", async () => {
  const { status, text, ms } = await drip("/acme/settings/import/upload");
  expect([status, text.endsWith("20")]).toEqual([200, true]);
  expect(ms).toBeGreaterThan(3_500);
}, 20_000);

test("whoever is refused an upload is not heard out", async () => {
  const refused = await drip("/acme/settings/import/upload", ["Authorization: none"]);
  const { status, ms, isOpen } = refused;
  expect([status, isOpen]).toEqual([401, false]);
  expect(ms).toBeLessThan(3_500);
}, 20_000);
