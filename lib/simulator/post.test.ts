import { createServer, type IncomingMessage } from "node:http";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it } from "vitest";
import { planJourneys } from "./plan.ts";
import { postEvents } from "./post.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const TO = Date.UTC(2026, 10, 20);
const history = [...planJourneys({ seed: 5, from: TO - 90 * 86_400_000, to: TO, visitors: 60 })];
const some = (count: number) => history.slice(0, count);

interface Received {
  headers: Record<string, string>;
  body: string;
}

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

async function read(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  return body;
}

async function door(
  answer: (count: number) => { status: number; headers?: Record<string, string> },
) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    received.push({ headers, body: await read(request) });
    const { status, headers: extra } = answer(received.length);
    response.writeHead(status, extra).end(status === 204 ? undefined : "no thanks");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanups.push(() => server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : null;
  return { received, url: `http://127.0.0.1:${port}/api/webhooks/whe_test` };
}

describe("postEvents", () => {
  it("posts every event with a signature that Standard Webhooks accepts now", async () => {
    const { received, url } = await door(() => ({ status: 204 }));
    const progress: number[] = [];
    const result = await postEvents(some(120), {
      ...{ url, secret: SECRET, concurrency: 8 },
      onProgress: ({ accepted }) => progress.push(accepted),
    });
    expect(result).toEqual({ sent: 120, accepted: 120, refused: [] });
    expect(progress.at(-1)).toBe(120);
    const verifier = new Webhook(SECRET);
    for (const { body, headers } of received) {
      expect(verifier.verify(body, headers)).toEqual(JSON.parse(body));
      expect(headers["content-type"]).toBe("application/json");
    }
  });

  it("waits as told and tries again on 429 and 503", async () => {
    const { received, url } = await door((count) =>
      count <= 2
        ? { status: count === 1 ? 429 : 503, headers: { "retry-after": "0" } }
        : { status: 204 },
    );
    const result = await postEvents(some(3), { url, secret: SECRET, concurrency: 1 });
    expect(result).toEqual({ sent: 3, accepted: 3, refused: [] });
    expect(received).toHaveLength(5);
    expect(received[2]?.headers["webhook-id"]).toBe(received[0]?.headers["webhook-id"]);
  });

  it("gives up in the end, and reports what was refused", async () => {
    const { received, url } = await door((count) =>
      count === 1 ? { status: 401 } : { status: 503, headers: { "retry-after": "0" } },
    );
    const result = await postEvents(some(2), { url, secret: SECRET, concurrency: 1 });
    expect(result.accepted).toBe(0);
    expect(result.refused).toEqual([
      { status: 401, body: "no thanks" },
      { status: 503, body: "no thanks" },
    ]);
    expect(received).toHaveLength(9);
  });

  it("keeps to a rate and stops when aborted", async () => {
    const stop = new AbortController();
    const { url } = await door((count) => {
      if (count === 5) stop.abort();
      return { status: 204 };
    });
    const before = performance.now();
    const options = { url, secret: SECRET, concurrency: 2, rate: 100, signal: stop.signal };
    const result = await postEvents(some(200), options);
    expect(result.sent).toBeLessThan(20);
    expect(performance.now() - before).toBeGreaterThan(30);
  });

  it("refuses to leave the machine unless allowed to", async () => {
    const options = { url: "https://foyer.example/api", secret: SECRET, concurrency: 1 };
    await expect(postEvents(some(1), options)).rejects.toThrow(/this machine only/);
    const ok: typeof fetch = async () => new Response(null, { status: 204 });
    const result = await postEvents(some(1), { ...options, allowRemote: true, fetch: ok });
    expect(result.accepted).toBe(1);
  });
});
