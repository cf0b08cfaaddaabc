import { now } from "#lib/clock.ts";
import { FoyerError } from "#lib/errors.ts";
import { signDelivery } from "#lib/webhooks/sign.ts";
import type { SimulatedEvent } from "./event.ts";
import { pause } from "./pause.ts";
import { retryDelay } from "./retry-after.ts";

export interface PostOptions {
  url: string;
  /** `whsec_…` of the endpoint. */
  secret: string;
  /** Requests under way at once. */
  concurrency: number;
  /** Events per second, at most; as fast as they are taken when left out. */
  rate?: number | undefined;
  /** Called after each answer. */
  onProgress?: ((progress: { sent: number; accepted: number }) => void) | undefined;
  fetch?: typeof fetch | undefined;
  /** Aborting stops it; what was sent so far is the result. Give live events the same signal. */
  signal?: AbortSignal | undefined;
  /** Invented visitors belong on one's own machine; true lets them go elsewhere. */
  allowRemote?: boolean | undefined;
}

export interface PostResult {
  sent: number;
  accepted: number;
  /** The first hundred answers that were not 2xx; there were `sent - accepted` of them. */
  refused: { status: number; body: string }[];
}

const ATTEMPTS = 8;
const KEPT = 100;

/** True for an address of this machine. */
export function isLoopback(url: string): boolean {
  const host = new URL(url).hostname;
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.+\.localhost)$/.test(host);
}

/**
 * Posts deliveries in order, `concurrency` at once, each signed with the present time. Waits and tries
 * again on 429, 503 and broken connections, a bounded number of times. Throws FoyerError when `url` is not on this
 * machine (unless allowed) or stays out of reach.
 */
export async function postEvents(
  events: Iterable<SimulatedEvent> | AsyncIterable<SimulatedEvent>,
  options: PostOptions,
): Promise<PostResult> {
  if (!options.allowRemote && !isLoopback(options.url)) {
    throw new FoyerError(
      "invalid_request",
      `The simulator posts invented visitors to this machine only, not to ${new URL(options.url).host}. Allow remote targets if you mean it.`,
    );
  }
  const result: PostResult = { sent: 0, accepted: 0, refused: [] };
  const source = iterate(events);
  let slot = now();
  let isOver = false;
  async function work(): Promise<void> {
    while (!isOver && !options.signal?.aborted) {
      const next = await source.next();
      if (next.done) return;
      if (options.rate) {
        slot = Math.max(slot + 1000 / options.rate, now() - 1000);
        await pause(slot - now(), options.signal);
      }
      const answer = await deliver(next.value, options);
      if (!answer) return;
      result.sent += 1;
      if (answer.ok) result.accepted += 1;
      else if (result.refused.length < KEPT) result.refused.push(answer.refusal);
      options.onProgress?.({ sent: result.sent, accepted: result.accepted });
    }
  }
  const workers = Array.from({ length: Math.max(1, options.concurrency) }, () =>
    work().finally(() => {
      isOver = true;
    }),
  );
  await Promise.all(workers);
  return result;
}

type Answer = { ok: true } | { ok: false; refusal: { status: number; body: string } };

/** One delivery with its retries; null when aborted. */
async function deliver(event: SimulatedEvent, options: PostOptions): Promise<Answer | null> {
  const body = JSON.stringify(event.payload);
  for (let attempt = 1; !options.signal?.aborted; attempt++) {
    const response = await send(event.webhookId, body, options).catch((error: unknown) => {
      if (attempt < ATTEMPTS || options.signal?.aborted) return null;
      throw new FoyerError("unavailable", `No answer from ${options.url}: ${String(error)}`);
    });
    if (response?.ok) {
      await response.body?.cancel();
      return { ok: true };
    }
    const isBusy = response === null || response.status === 429 || response.status === 503;
    if (response && (!isBusy || attempt >= ATTEMPTS)) {
      const text = (await response.text()).slice(0, 500);
      return { ok: false, refusal: { status: response.status, body: text } };
    }
    await response?.body?.cancel();
    await pause(retryDelay(response?.headers.get("retry-after") ?? null, attempt), options.signal);
  }
  return null;
}

function send(id: string, body: string, options: PostOptions): Promise<Response> {
  const { url, secret, signal } = options;
  const timestampSeconds = Math.floor(now() / 1000);
  const headers = signDelivery({ id, timestampSeconds, body, secret });
  return (options.fetch ?? fetch)(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
    redirect: "manual",
    ...(signal && { signal }),
  });
}

async function* iterate(events: Iterable<SimulatedEvent> | AsyncIterable<SimulatedEvent>) {
  yield* events;
}
