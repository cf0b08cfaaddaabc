import { Agent, request } from "node:http";
import type { SimulatedEvent } from "#lib/simulator/event.ts";
import { planJourneys } from "#lib/simulator/plan.ts";
import { signDelivery } from "#lib/webhooks/sign.ts";
import { SECRET } from "./door.ts";

const DAY_MS = 86_400_000;
const RETRY_MS = 50;
const ANSWER_MS = 15_000;

/** Invented visitors without end: one small crowd after the other. */
export function* endlessEvents(firstSeed = 1): Generator<SimulatedEvent, void, undefined> {
  const to = Date.UTC(2026, 4, 1);
  for (let seed = firstSeed; ; seed++) {
    yield* planJourneys({ seed, from: to - 20 * DAY_MS, to, visitors: 40 });
  }
}

/** Senders that behave like the real one: sign, post, and try again until there is a 204. */
export interface Load {
  /** Webhook ids that were answered with 204, each at the moment its answer was complete. */
  acknowledged: Set<string>;
  /** Answers by status; `broken` counts connections that ended without one. */
  answers: Map<number | "broken", number>;
  /** Lets what is under way end and starts nothing new. */
  stop(): Promise<void>;
}

/** Posts deliveries to `url`, `concurrency` at once, until stopped or out of them. */
export function startLoad(url: string, events: Iterator<SimulatedEvent>, concurrency = 16): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const load = { acknowledged: new Set<string>(), answers: new Map<number | "broken", number>() };
  let isStopping = false;
  async function send(): Promise<void> {
    while (!isStopping) {
      const next = events.next();
      if (next.done) return;
      const { webhookId, payload } = next.value;
      const body = JSON.stringify(payload);
      while (!isStopping) {
        const status = await post(url, agent, webhookId, body);
        load.answers.set(status, (load.answers.get(status) ?? 0) + 1);
        if (status === 204) {
          load.acknowledged.add(webhookId);
          break;
        }
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }
  const senders = Promise.all(Array.from({ length: concurrency }, send));
  return {
    ...load,
    async stop() {
      isStopping = true;
      await senders;
      agent.destroy();
    },
  };
}

/** Posts one signed delivery; the status, or `broken` when no whole answer came. */
export function post(
  url: string,
  agent: Agent,
  id: string,
  body: string,
): Promise<number | "broken"> {
  const timestampSeconds = Math.floor(Date.now() / 1000);
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    ...signDelivery({ id, timestampSeconds, body, secret: SECRET }),
  };
  return new Promise((resolve) => {
    const broken = () => resolve("broken");
    const sent = request(url, { method: "POST", agent, headers, timeout: ANSWER_MS }, (answer) => {
      answer.on("end", () => resolve(answer.statusCode ?? "broken"));
      answer.on("error", broken);
      answer.on("aborted", broken);
      answer.resume();
    });
    sent.on("timeout", () => sent.destroy());
    sent.on("error", broken);
    sent.end(body);
  });
}
