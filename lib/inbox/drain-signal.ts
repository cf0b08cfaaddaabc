import { slot } from "#lib/slot.ts";

interface DrainSignal {
  isRung: boolean;
  wake: (() => void) | null;
}

const signal = () => slot<DrainSignal>("drain-signal", () => ({ isRung: false, wake: null }));

/** Tells the drain of this process that there is work. */
export function wakeDrain(): void {
  const state = signal();
  state.isRung = true;
  state.wake?.();
}

/** True when the drain has been told of work since this was last asked. */
export function takeWork(): boolean {
  const state = signal();
  const { isRung } = state;
  state.isRung = false;
  return isRung;
}

/** Resolves when there is work or after `ms`, whichever comes first. */
export function waitForWork(ms: number): Promise<void> {
  const state = signal();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      state.wake = null;
      state.isRung = false;
      resolve();
    };
    const timer = setTimeout(done, ms);
    state.wake = done;
    if (state.isRung) done();
  });
}
