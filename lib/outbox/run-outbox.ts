import { sql } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { claimMessages, dropMessageLeases, type HeldMessage } from "#lib/outbox/claim-messages.ts";
import { settleMessage } from "#lib/outbox/held-message.ts";
import type { SendResult } from "#lib/outbox/message.ts";
import { sendMessage } from "#lib/outbox/send-message.ts";
import { slot } from "#lib/slot.ts";

interface Sender {
  /** Attempts under way in this process. */
  active: number;
  /** The same, each with what it leads to. */
  working: Set<Promise<void>>;
  isStopping: boolean;
  isPrepared: boolean;
}

const sender = () =>
  slot<Sender>("outbox", () => ({
    active: 0,
    working: new Set(),
    isStopping: false,
    isPrepared: false,
  }));

/** How many attempts one process makes at the same time, over all lanes. */
const AT_ONCE = 32;

/**
 * Starts sending what is due and returns at once: what waits for a slow server is that server's lane
 * alone. Each message that leaves a place looks for the next by itself.
 */
export async function sendDue(): Promise<void> {
  const state = sender();
  if (!state.isPrepared && sql().kind === "embedded") await dropMessageLeases(sql());
  state.isPrepared = true;
  const free = AT_ONCE - state.active;
  if (state.isStopping || free <= 0) return;
  for (const message of await claimMessages(sql(), free)) {
    state.active += 1;
    const work = attempt(message)
      .finally(() => {
        state.active -= 1;
      })
      .then(sendDue)
      .catch((error: unknown) => {
        // The database is away: the lease runs out and the message comes again.
        log().error({ err: error, messageId: message.id }, "the outbox could not go on");
      })
      .finally(() => state.working.delete(work));
    state.working.add(work);
  }
}

async function attempt(message: HeldMessage): Promise<void> {
  await settleMessage(sql(), message, await sendMessage(message).catch(faultOf));
}

function faultOf(error: unknown): SendResult {
  log().error({ err: error }, "a message could not be sent");
  const reason = "Foyer could not send it. Its log says why.";
  return { ok: false, status: null, reason, isFinal: false };
}

/** Waits for what is under way, and for what it leads to. */
export async function settleOutbox(): Promise<void> {
  const { working } = sender();
  while (working.size > 0) await Promise.allSettled([...working]);
}

/** Sends nothing more from this process; what is under way is finished. */
export async function stopOutbox(): Promise<void> {
  sender().isStopping = true;
  await settleOutbox();
}
