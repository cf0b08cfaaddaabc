import { createHmac } from "node:crypto";
import { z } from "zod";
import { planJourneys } from "#lib/simulator/plan.ts";
import type { WireRequest } from "./wire.ts";

/** A signed request and the webhook id that tells it from the others. */
export interface Signed {
  webhookId: string;
  request: WireRequest;
}

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;
const EPOCH = Date.UTC(2026, 8, 1);

/** Events of a simulated month, in the order in which they would be delivered. */
export function simulatedEvents(seed: number, visitors: number) {
  return planJourneys({ seed, from: EPOCH - MONTH_MS, to: EPOCH, visitors });
}

/** An enriched event of exactly `bytes` bytes in two halves: the event id goes between them. */
export function eventTemplate(bytes: number, idLength: number): [Buffer, Buffer] {
  for (const { payload } of simulatedEvents(3, 50)) {
    const text = JSON.stringify(payload);
    if (payload.type !== "identity.enriched" || text.length > 8_000) continue;
    const [before, after] = text.split(payload.id, 2);
    if (before === undefined || !after) continue;
    const fill = bytes - before.length - idLength - after.length - ',"note":""'.length;
    if (fill < 0) continue;
    // Words, not one letter: they must not compress better than the rest.
    const words = payload.id + text.replace(/["\\{}]/g, " ");
    const note = words.repeat(Math.ceil(fill / words.length)).slice(0, fill);
    return [Buffer.from(before), Buffer.from(`${after.slice(0, -1)},"note":"${note}"}`)];
  }
  throw new Error("the simulator planned no enriched event");
}

/** Signs a body as the sender does, now. */
export function signRequest(
  webhookId: string,
  bodyParts: readonly Buffer[],
  secret: string,
): Signed {
  const timestamp = Math.floor(Date.now() / 1000);
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const hmac = createHmac("sha256", key).update(`${webhookId}.${timestamp}.`);
  for (const part of bodyParts) hmac.update(part);
  const length = bodyParts.reduce((sum, part) => sum + part.length, 0);
  const head = Buffer.from(
    `POST /api/webhooks/default HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n` +
      `content-length: ${length}\r\nwebhook-id: ${webhookId}\r\nwebhook-timestamp: ${timestamp}\r\n` +
      `webhook-signature: v1,${hmac.digest("base64")}\r\n\r\n`,
  );
  return { webhookId, request: [head, ...bodyParts] };
}

/** What to send: bodies of one size with different event ids, or the simulator's own events. */
export const trafficSchema = z.object({
  kind: z.enum(["fixed", "simulated"]),
  /** Part of every id, so that two runs never meet. */
  run: z.string(),
  bytes: z.number().default(8192),
  seed: z.number().default(5),
});

/** Signed requests, made one by one, so that a loader holds what it is going to send and no more. */
export function* signedRequests(
  traffic: z.output<typeof trafficSchema>,
  secret: string,
  count: number,
): Generator<Signed> {
  if (traffic.kind === "fixed") {
    const idOf = (index: number) => `${traffic.run}_${String(index).padStart(9, "0")}`;
    const [before, after] = eventTemplate(traffic.bytes, idOf(0).length);
    for (let index = 0; index < count; index++) {
      const id = idOf(index);
      yield signRequest(id, [before, Buffer.from(id), after], secret);
    }
    return;
  }
  let index = 0;
  for (const { webhookId, payload } of simulatedEvents(traffic.seed, Math.ceil(count / 6) + 100)) {
    if (index++ >= count) return;
    yield signRequest(webhookId, [Buffer.from(JSON.stringify(payload))], secret);
  }
}
