import { slot } from "#lib/slot.ts";

interface JobSignal {
  isRung: boolean;
  waiting: Set<() => void>;
}

const signal = () => slot<JobSignal>("job-signal", () => ({ isRung: false, waiting: new Set() }));

/** Tells the runner of this process that there is a job. Other processes find it by their poll. */
export function wakeJobs(): void {
  const state = signal();
  state.isRung = true;
  for (const wake of [...state.waiting]) wake();
}

/** Resolves when there may be a job, or after `ms`. */
export function waitForJobs(ms: number): Promise<void> {
  const state = signal();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      state.waiting.delete(done);
      state.isRung = false;
      resolve();
    };
    const timer = setTimeout(done, ms);
    state.waiting.add(done);
    if (state.isRung) done();
  });
}
