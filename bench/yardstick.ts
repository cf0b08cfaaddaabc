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

/** What this machine can do at this moment, as the bare server of `bare-process.ts` shows it. */
export interface Yardstick {
  /** Deliveries per second that the bare server takes. */
  bare: number;
  /** Share of the reference machine's speed, at most 1: a faster machine makes no target easier or harder. */
  speed: number;
}

/**
 * Measures the bare server, so that a target in events per second can be asked of any machine: it is
 * multiplied by `speed`. Taken anew before each part, since machines that are shared change by the minute.
 */
export async function measureYardstick(bed: Bed): Promise<Yardstick> {
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
  const middle = median(throughputs);
  const speed = Math.min(1, middle / REFERENCE);
  console.log(`  bare limit ${Math.round(middle)}/s: ${speed.toFixed(2)} of the reference machine`);
  return { bare: middle, speed };
}
