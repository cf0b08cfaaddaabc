import type { Bed } from "./bed.ts";
import { startChild } from "./child.ts";
import { portOf, runLoad } from "./load.ts";
import { median } from "./statistics.ts";

/**
 * What the bare server takes on the machine that the targets in events per second were set for: the door
 * was to reach 0.6 of it, "about 6,000/s".
 */
const REFERENCE = 10_000;

const CONNECTIONS = 64;
const BYTES = 8192;
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
  const url = await bed.createDatabase("yardstick");
  const bare = await startChild("bare-process", { DATABASE_URL: url, BENCH_SECRET: bed.secret });
  const loader = await startChild("loader-process");
  const throughputs: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const { throughput } = await runLoad(loader, {
      port: portOf(bare),
      secret: bed.secret,
      traffic: { kind: "fixed", run: `yardstick${round}`, bytes: BYTES },
      ...{ connections: CONNECTIONS, seconds: SECONDS, atMost: SECONDS * 14_000 },
    });
    // The first round warms the compiler.
    if (round > 0) throughputs.push(throughput);
  }
  await bare.stop();
  await loader.stop();
  return median(throughputs);
}
