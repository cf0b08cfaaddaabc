import type { Bed } from "./bed.ts";
import { startBare, startDoor } from "./bed.ts";
import { type Child, cpuSeconds, startChild } from "./child.ts";
import { type Load, SATURATION, saturate } from "./load.ts";
import type { Report } from "./report.ts";
import { median } from "./statistics.ts";

interface Round extends Load {
  /** CPU of the serving process per request, in ms: tells more than throughput on a busy machine. */
  cpuMs: number;
}

/** The door against the bare server, in turns, so that whatever else the machine does hits both. */
export async function benchDoor(bed: Bed, report: Report, rounds: number, seconds: number) {
  const { connections, bytes } = SATURATION;
  const part = `Door on PostgreSQL: ${connections} connections, ${bytes / 1024} KB bodies`;
  console.log(`\n${part}`);
  const bare = await startBare(bed, "bare");
  const door = await startDoor(bed, await bed.createDatabase("door"), "web");
  const loader = await startChild("loader-process");
  const results: Record<"bare" | "door", Round[]> = { bare: [], door: [] };
  const round = async (name: "bare" | "door", server: Child, number: number) => {
    const before = cpuSeconds(server.pid);
    const load = await saturate(loader, server, bed.secret, { run: `${name}${number}`, seconds });
    results[name].push({
      ...load,
      cpuMs: ((cpuSeconds(server.pid) - before) * 1000) / load.answered,
    });
  };
  await saturate(loader, bare, bed.secret, { run: "warmbare", seconds: 2 });
  await saturate(loader, door, bed.secret, { run: "warmdoor", seconds: 2 });
  for (let number = 0; number < rounds; number++) {
    await round("bare", bare, number);
    await round("door", door, number);
  }
  await bare.stop();
  await door.stop();
  const all = await startDoor(bed, await bed.createDatabase("door_all"), "all");
  const withProjection = await saturate(loader, all, bed.secret, {
    run: "all",
    seconds,
    kind: "simulated",
  });
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
