import { setTimeout as sleep } from "node:timers/promises";

/** Waits that many ms; an abort ends the wait early, without an error. */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms <= 0) return;
  await sleep(ms, undefined, signal ? { signal } : {}).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
}
