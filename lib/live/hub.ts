import { randomUUID } from "node:crypto";
import { sql } from "#lib/db/client.ts";
import { listen } from "#lib/db/listen.ts";
import { FoyerError } from "#lib/errors.ts";
import { type LiveMessage, liveMessage } from "#lib/live/live-message.ts";
import { log } from "#lib/log.ts";
import { slot } from "#lib/slot.ts";

const CHANNEL = "foyer_live";

/** Who hears messages, and how it is told that there will be no more. */
export interface Subscriber {
  onMessage: (message: LiveMessage) => void;
  onClose: () => void;
}

interface Hub {
  /** Tells notices of this process, which were delivered already, from those of others. */
  origin: string;
  subscribers: Set<Subscriber>;
  stopListening: (() => void) | null;
  isClosed: boolean;
}

const hub = () =>
  slot<Hub>("live", () => ({
    origin: randomUUID(),
    subscribers: new Set(),
    stopListening: null,
    isClosed: false,
  }));

/**
 * Hears the messages of all processes from now on. Returns the function that ends it. Throws
 * `unavailable` while the process stops.
 */
export function subscribeLive(subscriber: Subscriber): () => void {
  const state = hub();
  if (state.isClosed) throw new FoyerError("unavailable", "The server is stopping.");
  state.subscribers.add(subscriber);
  if (sql().kind === "server") state.stopListening ??= listen(CHANNEL, (text) => hear(state, text));
  return () => {
    state.subscribers.delete(subscriber);
    if (state.subscribers.size > 0) return;
    state.stopListening?.();
    state.stopListening = null;
  };
}

/**
 * Tells everyone who listens, in this process and, on a server, in the others. Call it after the commit
 * of what it speaks of. Never fails: a lost message costs a page its freshness, nothing else.
 */
export async function publishLive(message: LiveMessage): Promise<void> {
  const state = hub();
  deliver(state, message);
  try {
    if (sql().kind !== "server") return;
    const text = JSON.stringify({ origin: state.origin, message });
    await sql().query("SELECT pg_notify($1, $2)", [CHANNEL, text]);
  } catch (error) {
    log().warn({ err: error }, "could not publish a live message");
  }
}

/** Ends every subscription: a stream that stays open would hold up the process's stop. */
export function closeLive(): void {
  const state = hub();
  state.isClosed = true;
  for (const subscriber of [...state.subscribers]) subscriber.onClose();
}

function hear(state: Hub, text: string): void {
  const notice = parseNotice(text);
  if (notice && notice.origin !== state.origin) deliver(state, notice.message);
}

function deliver(state: Hub, message: LiveMessage): void {
  for (const subscriber of [...state.subscribers]) subscriber.onMessage(message);
}

// Any role of the database may send a notice: what isn't ours is left out.
function parseNotice(text: string): { origin: unknown; message: LiveMessage } | null {
  try {
    const { origin, message } = Object(JSON.parse(text));
    return { origin, message: liveMessage.parse(message) };
  } catch {
    return null; // not a message of ours
  }
}
