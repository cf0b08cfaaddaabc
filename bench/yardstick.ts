import { type Bed, startBare } from "./bed.ts";
import { startChild } from "./child.ts";
import { saturate } from "./load.ts";
import type { Figure, Report } from "./report.ts";
import { median } from "./statistics.ts";

/**
 * What the bare server takes on the machine that the targets in events per second were set for: the door
 * was to reach 0.6 of it, "about 6,000/s".
 */
const REFERENCE = 10_000;

const ROUNDS = 5;
const SECONDS = 3;

/**
 * Share of the reference machine's speed that this machine has, by what the bare server took before and
 * after a part; at most 1. A target in events per second is multiplied by it, and so can be asked of any machine.
 */
export function speedOf(...bare: readonly number[]): number {
  return Math.min(1, bare.reduce((sum, one) => sum + one, 0) / bare.length / REFERENCE);
}

/**
 * Deliveries per second that the bare server takes at this moment. Machines that are shared change by the
 * minute, so it is measured beside each part.
 */
export async function measureBare(bed: Bed): Promise<number> {
  const bare = await startBare(bed, "yardstick");
  const loader = await startChild("loader-process");
  const throughputs: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const asked = { run: `yardstick${round}`, seconds: SECONDS };
    const { throughput } = await saturate(loader, bare, bed.secret, asked);
    // The first round warms the compiler.
    if (round > 0) throughputs.push(throughput);
  }
  await bare.stop();
  await loader.stop();
  return median(throughputs);
}

/**
 * Adds a figure in events per second that has to reach this machine's share of `full`, and what the bare
 * server took before and after it.
 */
export function addScaled(report: Report, figure: Figure, full: number, bare: [number, number]) {
  const [before, after] = bare;
  report.add({ ...figure, target: { at: "least", value: full * speedOf(...bare), full } });
  const { part } = figure;
  report.add({ part, name: "bare limit before it", value: before, unit: "/s" });
  report.add({ part, name: "bare limit after it", value: after, unit: "/s" });
}
