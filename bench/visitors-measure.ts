import { percentile } from "./statistics.ts";
import type { Question } from "./visitors-queries.ts";

/** How long one question took at one size, in ms. */
export interface Timing {
  group: string;
  name: string;
  p50: number;
  p95: number;
  /** Rows of the longest answer. */
  rows: number;
}

const WARM = 6;
/** A question that takes seconds is asked less often: its figure is bad enough. */
const BUDGET_MS = 8_000;

/**
 * Asks each question `runs` times with other values, one at a time, after a few asks that do not count
 * (plans, caches, the compiler). A question that nothing answers is a mistake of the benchmark.
 */
export async function measure(
  questions: readonly Question[],
  runs: number,
  slow?: (timing: Timing) => void,
): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (const { group, name, ask } of questions) {
    const end = performance.now() + BUDGET_MS;
    for (let run = 0; run < WARM && performance.now() < end; run++) await ask(runs + run);
    const took: number[] = [];
    let rows = 0;
    for (let run = 0; run < runs && (run < 3 || performance.now() < end); run++) {
      const start = performance.now();
      rows = Math.max(rows, await ask(run));
      took.push(performance.now() - start);
    }
    took.sort((a, b) => a - b);
    const timing = { group, name, rows, p50: percentile(took, 0.5), p95: percentile(took, 0.95) };
    timings.push(timing);
    slow?.(timing);
  }
  return timings;
}
