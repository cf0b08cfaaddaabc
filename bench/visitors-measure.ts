import { percentile } from "./statistics.ts";
import type { Question } from "./visitors-queries.ts";

/** How long one question took at one size, in ms. */
export interface Timing {
  group: string;
  name: string;
  p50: number;
  p95: number;
  /** Of the first asks, some of which read what lies on the disk. */
  firstP95: number;
  /** Rows of the longest answer. */
  rows: number;
}

/** Of few asks the slowest twentieth is what the machine was busy with just then. */
const ROUNDS = 2;

/** A question that takes seconds is asked less often: its figure is bad enough. */
const BUDGET_MS = 8_000;

/**
 * Asks each question `runs` times with other values, one at a time, and then the same twice again, which is what counts: a
 * server in use has in memory what it is asked for. A question that nothing answers is a mistake of the benchmark.
 */
export async function measure(
  questions: readonly Question[],
  runs: number,
  slow?: (timing: Timing) => void,
): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (const { group, name, ask } of questions) {
    const first = await askAll(ask, runs);
    const { took, rows } = await askAll(ask, ROUNDS * runs);
    const timing = {
      ...{ group, name, rows, p50: percentile(took, 0.5), p95: percentile(took, 0.95) },
      firstP95: percentile(first.took, 0.95),
    };
    timings.push(timing);
    slow?.(timing);
  }
  return timings;
}

/** ms of each ask, sorted, and the rows of the longest answer. */
async function askAll(ask: Question["ask"], runs: number) {
  const end = performance.now() + BUDGET_MS;
  const took: number[] = [];
  let rows = 0;
  for (let run = 0; run < runs && (run < 3 || performance.now() < end); run++) {
    const start = performance.now();
    rows = Math.max(rows, await ask(run));
    took.push(performance.now() - start);
  }
  return { took: took.sort((a, b) => a - b), rows };
}
