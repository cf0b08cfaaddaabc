import { sql } from "#lib/db/client.ts";
import { drainOnce } from "#lib/inbox/drain.ts";
import { waitForWork, wakeDrain } from "#lib/inbox/drain-signal.ts";
import { dropAllLeases } from "#lib/inbox/lease.ts";
import { listenForDeliveries } from "#lib/inbox/notice.ts";
import { keepUpBeside, upkeepDone } from "#lib/inbox/upkeep.ts";
import { log } from "#lib/log.ts";
import { slot } from "#lib/slot.ts";

interface Worker {
  isStopping: boolean;
  running: Promise<void> | null;
  /** ms since the epoch of the last time round, for the health check. */
  lastRoundAt: number;
}

// The signal is the usual way to learn of work; other processes' deliveries are found by this poll.
const POLL_MS = 500;
const PAUSE_AFTER_ERROR_MS = 1_000;
const SMALL_ROUND = 400;
const MAX_SHARE_MS = 500;

const worker = () =>
  slot<Worker>("worker", () => ({ isStopping: false, running: null, lastRoundAt: 0 }));

/** Starts projecting in this process. Calling it again changes nothing. */
export function startWorker(): void {
  const state = worker();
  state.isStopping = false;
  state.running ??= run(state);
}

/** Finishes the chunk in hand, gives back what else was claimed, and stops. */
export async function stopWorker(): Promise<void> {
  const state = worker();
  state.isStopping = true;
  wakeDrain();
  await state.running;
  state.running = null;
}

/** True while a worker runs in this process. */
export function hasWorker(): boolean {
  const state = worker();
  return state.running !== null && !state.isStopping;
}

/** Milliseconds since the worker of this process last went round; null where none runs. */
export function workerIdleMs(nowMs: number): number | null {
  const state = worker();
  return state.running && !state.isStopping ? nowMs - state.lastRoundAt : null;
}

async function run(state: Worker): Promise<void> {
  const stopListening = await prepare();
  // Asked before each chunk, which shows that the worker is alive.
  const isStopping = () => {
    state.lastRoundAt = Date.now();
    return state.isStopping;
  };
  while (!state.isStopping) {
    try {
      const startedAt = Date.now();
      state.lastRoundAt = startedAt;
      const count = await drainOnce(undefined, isStopping, (tried) => keepUpBeside(sql(), tried));
      if (state.isStopping) break;
      if (count === 0) await waitForWork(POLL_MS);
      else if (count < SMALL_ROUND) await shareEngine(Date.now() - startedAt);
    } catch (error) {
      log().error({ err: error }, "the drain could not reach the ledger; trying again");
      await waitForWork(PAUSE_AFTER_ERROR_MS);
    }
  }
  stopListening();
  await upkeepDone();
}

/**
 * The embedded engine has one connection, and while a round is on it no delivery can be stored. A round
 * costs much the same for eight events as for eighty, so after a small one the door gets twice as long as
 * the round took, and the next round finds more.
 */
async function shareEngine(roundMs: number): Promise<void> {
  if (sql().kind !== "embedded") return;
  await new Promise((resolve) => setTimeout(resolve, Math.min(2 * roundMs, MAX_SHARE_MS)));
}

/** What a worker does before its first round; returns what it must undo after the last. */
async function prepare(): Promise<() => void> {
  const engine = sql();
  if (engine.kind === "server") return listenForDeliveries(wakeDrain);
  // Nobody else can be at work on an embedded database: leases there are of a process that died.
  await dropAllLeases(engine).catch((error: unknown) =>
    log().warn({ err: error }, "stale leases stay"),
  );
  return () => {};
}
