import { z } from "zod";
import { type Bed, startDoor } from "./bed.ts";
import { cpuSeconds, startChild } from "./child.ts";
import { portOf, runLoad } from "./load.ts";
import type { Report } from "./report.ts";
import { addScaled, measureBare } from "./yardstick.ts";

const PER_SECOND = 500;

/** The embedded engine: from the door through the projection, until nothing is pending. */
export async function benchEmbedded(bed: Bed, report: Report, events: number): Promise<void> {
  const part = `Embedded engine: ${events.toLocaleString("en-US")} simulated events, door to projection`;
  console.log(`\n${part}`);
  const before = await measureBare(bed);
  const door = await startDoor(bed, null, "all");
  const loader = await startChild("loader-process");
  const plan = {
    port: portOf(door),
    secret: bed.secret,
    ...{ connections: 64, seconds: 120 },
  };
  // Other people than those measured: it warms the compiler and the planner's statistics.
  await runLoad(loader, {
    ...plan,
    traffic: { kind: "simulated", run: "warm", seed: 4 },
    atMost: Math.ceil(events / 5),
  });
  await untilProjected(door.ask);
  const cpuBefore = cpuSeconds(door.pid);
  const startedAt = performance.now();
  const traffic = { kind: "simulated" as const, run: "embedded", seed: 9 };
  const load = await runLoad(loader, { ...plan, traffic, atMost: events });
  await untilProjected(door.ask);
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuMs = (cpuSeconds(door.pid) - cpuBefore) * 1000;
  await loader.stop();
  await door.stop();
  const after = await measureBare(bed);
  const projected = {
    part,
    name: "door to projection",
    value: load.answered / seconds,
    unit: "/s",
  };
  addScaled(report, projected, PER_SECOND, [before, after]);
  report.add({ part, name: "accepted by the door meanwhile", value: load.throughput, unit: "/s" });
  report.add({ part, name: "CPU per event", value: cpuMs / load.answered, unit: "ms" });
  report.add({ part, name: "p99 of the door", value: load.p99, unit: "ms" });
}

async function untilProjected(ask: (command: string) => Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < 6_000; attempt++) {
    if (z.number().parse(await ask("pending")) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("the projection did not end within two minutes");
}
