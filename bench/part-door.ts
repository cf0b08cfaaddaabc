import type { Bed } from "./bed.ts";
import { startDoor } from "./bed.ts";
import { type Child, cpuSeconds, startChild } from "./child.ts";
import { type Load, portOf, runLoad } from "./load.ts";
import type { Report } from "./report.ts";
import { median } from "./statistics.ts";

const CONNECTIONS = 64;
const BYTES = 8192;

interface Round extends Load {
  /** CPU of the serving process per request, in ms: tells more than throughput on a busy machine. */
  cpuMs: number;
}

/** The door against the bare server, in turns, so that whatever else the machine does hits both. */
export async function benchDoor(bed: Bed, report: Report, rounds: number, seconds: number) {
  const part = `Door on PostgreSQL: ${CONNECTIONS} connections, ${BYTES / 1024} KB bodies`;
  console.log(`\n${part}`);
  const env = { DATABASE_URL: await bed.createDatabase("bare"), BENCH_SECRET: bed.secret };
  const bare = await startChild("bare-process", env);
  const door = await startDoor(bed, await bed.createDatabase("door"), "web");
  const loader = await startChild("loader-process");
  const results: Record<"bare" | "door", Round[]> = { bare: [], door: [] };
  const round = async (name: "bare" | "door", server: Child, number: number) => {
    const before = cpuSeconds(server.pid);
    const load = await measure(bed, loader, server, `${name}${number}`, seconds);
    results[name].push({
      ...load,
      cpuMs: ((cpuSeconds(server.pid) - before) * 1000) / load.answered,
    });
  };
  await measure(bed, loader, bare, "warmbare", 2);
  await measure(bed, loader, door, "warmdoor", 2);
  for (let number = 0; number < rounds; number++) {
    await round("bare", bare, number);
    await round("door", door, number);
  }
  await bare.stop();
  await door.stop();
  const all = await startDoor(bed, await bed.createDatabase("door_all"), "all");
  const withProjection = await measure(bed, loader, all, "all", seconds, "simulated");
  await all.stop();
  await loader.stop();

  const of = (name: "bare" | "door", field: "throughput" | "p50" | "p99" | "cpuMs") =>
    median(results[name].map((one) => one[field]));
  for (const name of ["bare", "door"] as const) {
    const label = name === "bare" ? "bare limit" : "our door";
    report.add({ part, name: `${label}: accepted`, value: of(name, "throughput"), unit: "/s" });
    report.add({ part, name: `${label}: p50`, value: of(name, "p50"), unit: "ms" });
    report.add({ part, name: `${label}: p99`, value: of(name, "p99"), unit: "ms" });
    report.add({ part, name: `${label}: CPU per request`, value: of(name, "cpuMs"), unit: "ms" });
  }
  // Ratios of neighbours in time, then their middle: a slow minute hits both sides of one ratio.
  const ratios = (field: "throughput" | "p99") =>
    median(results.door.map((one, at) => one[field] / (results.bare[at]?.[field] ?? 1)));
  report.add({
    ...{ part, name: "throughput, door ÷ bare", value: ratios("throughput"), unit: "×" },
    target: { at: "least", value: 0.6 },
  });
  report.add({
    ...{ part, name: "p99, door ÷ bare", value: ratios("p99"), unit: "×" },
    target: { at: "most", value: 2 },
  });
  report.add({
    ...{ part, name: "with projection beside it, simulator's events", unit: "/s" },
    value: withProjection.throughput,
  });
  report.series["door throughput"] = {
    bare: results.bare.map((one) => one.throughput),
    door: results.door.map((one) => one.throughput),
  };
  report.series["door p99"] = {
    bare: results.bare.map((one) => one.p99),
    door: results.door.map((one) => one.p99),
  };
  return of("door", "throughput");
}

function measure(
  bed: Bed,
  loader: Child,
  server: Child,
  run: string,
  seconds: number,
  kind: "fixed" | "simulated" = "fixed",
): Promise<Load> {
  return runLoad(loader, {
    port: portOf(server),
    secret: bed.secret,
    traffic: { kind, run, bytes: BYTES },
    connections: CONNECTIONS,
    seconds,
    atMost: seconds * 14_000,
  });
}
