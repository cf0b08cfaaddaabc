import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { type Bed, foyerEnv } from "./bed.ts";
import { type Child, startChild } from "./child.ts";
import { fillLedger, makeBenchWorkspace, withDatabase } from "./fill-ledger.ts";
import { loadVisitors } from "./load-visitors.ts";
import type { Report } from "./report.ts";
import { median } from "./statistics.ts";
import { addScaled, measureBare } from "./yardstick.ts";

const drainedSchema = z.object({
  done: z.number(),
  seconds: z.number(),
  cpuMs: z.number(),
  perSlice: z.array(z.number()),
});

async function drain(worker: Child, atMost: number) {
  return drainedSchema.parse(await worker.ask("drain", { atMost }));
}

const SUSTAINED = 1_500;

/** Projects a backlog into an empty workspace by one worker. */
export async function benchProjection(bed: Bed, report: Report, events: number): Promise<void> {
  const part = `Projection of a backlog of ${events.toLocaleString("en-US")} events, one worker`;
  console.log(`\n${part}`);
  const url = await bed.createDatabase("projection");
  const before = await measureBare(bed);
  await withDatabase(url, async () => fillLedger(await makeBenchWorkspace(), events));
  const worker = await startChild("drain-process", foyerEnv(bed, url, "worker"));
  const { done, seconds, cpuMs, perSlice } = await drain(worker, events);
  await worker.stop();
  const after = await measureBare(bed);
  const { failed, visitors } = await withDatabase(url, async () => {
    const [row] = await sql().query(
      `SELECT (SELECT count(*)::int FROM delivery WHERE "state" IN ('failed', 'dead')) AS failed,
         (SELECT count(*)::int FROM visitor) AS visitors`,
    );
    return z.object({ failed: z.number(), visitors: z.number() }).parse(row);
  });
  const sustained = { part, name: "sustained", value: done / seconds, unit: "events/s" };
  addScaled(report, sustained, SUSTAINED, [before, after]);
  report.add({
    part,
    name: "slowest twentieth of it",
    value: Math.min(...perSlice),
    unit: "events/s",
  });
  report.add({ part, name: "CPU of the worker per event", value: cpuMs / done, unit: "ms" });
  report.add({ part, name: "visitors that came of it", value: visitors, unit: "" });
  report.add({
    ...{ part, name: "failed", value: failed, unit: "" },
    target: { at: "most", value: 0 },
  });
  report.series["projection events/s"] = { worker: perSlice };
}

const SLICE = 1_200;

/** The same events into a small and a big workspace, slice by slice in turns. */
export async function benchScale(bed: Bed, report: Report, big: number, slices: number) {
  const small = 10_000;
  const part = `Projection at ${small.toLocaleString("en-US")} and at ${big.toLocaleString("en-US")} stored visitors`;
  console.log(`\n${part}`);
  const workers: Child[] = [];
  for (const [name, count] of [
    ["small", small],
    ["big", big],
  ] as const) {
    const url = await bed.createDatabase(`scale_${name}`);
    await withDatabase(url, async () => {
      const workspaceId = await makeBenchWorkspace();
      await loadVisitors(url, workspaceId, count);
      await fillLedger(workspaceId, SLICE * (slices + 1));
    });
    workers.push(await startChild("drain-process", foyerEnv(bed, url, "worker")));
  }
  const speeds: [number[], number[]] = [[], []];
  for (let slice = 0; slice <= slices; slice++) {
    for (const [at, worker] of workers.entries()) {
      const { done, seconds } = await drain(worker, SLICE);
      // The first slice warms connections, caches and the compiler.
      if (slice > 0 && done > 0) speeds[at === 0 ? 0 : 1].push(done / seconds);
    }
  }
  for (const worker of workers) await worker.stop();
  const ratios = speeds[0].map((speed, at) => speed / (speeds[1][at] ?? speed));
  report.add({ part, name: "small", value: median(speeds[0]), unit: "events/s" });
  report.add({ part, name: "big", value: median(speeds[1]), unit: "events/s" });
  report.add({
    ...{ part, name: "time per event, big ÷ small", value: median(ratios), unit: "×" },
    target: { at: "most", value: 1.3 },
  });
  report.series["scale events/s"] = { small: speeds[0], big: speeds[1] };
}
