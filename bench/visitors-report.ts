import type { Report } from "./report.ts";
import type { Timing } from "./visitors-measure.ts";

const MOST_MS = 50;
const MOST_RATIO = 2;
/** Below this the noise of the machine is larger than the query. */
const FLOOR_MS = 5;

const ms = (value: number | undefined) => (value === undefined ? "" : value.toFixed(1)).padStart(8);

/** The table of all questions at all sizes, and the figures that have a target. */
export function reportTimings(report: Report, timings: ReadonlyMap<number, Timing[]>): void {
  const sizes = [...timings.keys()];
  const [smallest] = sizes;
  const largest = sizes.at(-1);
  if (smallest === undefined || largest === undefined) return;
  const at = (size: number, of: Timing) =>
    timings.get(size)?.find(({ group, name }) => group === of.group && name === of.name);
  const head = sizes.map((size) => `${size / 1000}k p50     p95`.padStart(18)).join("");
  console.log(`\nms ${"".padEnd(47)}${head}     ratio   first`);
  let group = "";
  const worst = { p95: 0, p50: 0, ratio: 0, firstP95: 0 };
  for (const timing of timings.get(largest) ?? []) {
    if (timing.group !== group) console.log(`\n${timing.group}`);
    group = timing.group;
    const cells = sizes.map((size) => `  ${ms(at(size, timing)?.p50)}${ms(at(size, timing)?.p95)}`);
    const ratio = ratioOf(timing.p95, at(smallest, timing)?.p95 ?? 0);
    worst.p95 = Math.max(worst.p95, timing.p95);
    worst.p50 = Math.max(worst.p50, timing.p50);
    worst.ratio = Math.max(worst.ratio, ratio);
    worst.firstP95 = Math.max(worst.firstP95, timing.firstP95);
    const flag = timing.p95 > MOST_MS || ratio > MOST_RATIO ? " !" : "";
    console.log(
      `  ${timing.name.padEnd(48)}${cells.join("")}  ${ratio.toFixed(1).padStart(7)}${ms(timing.firstP95)}${flag}`,
    );
    report.series[`${timing.group}: ${timing.name}`] = Object.fromEntries(
      sizes.map((size) => [String(size), [at(size, timing)?.p50 ?? 0, at(size, timing)?.p95 ?? 0]]),
    );
  }
  const part = `Queries at ${largest.toLocaleString("en-US")} visitors`;
  report.add({
    ...{ part, name: "slowest p95", value: worst.p95, unit: "ms" },
    target: { at: "most", value: MOST_MS },
  });
  report.add({ part, name: "slowest p95 of first asks", value: worst.firstP95, unit: "ms" });
  report.add({ part, name: "slowest median", value: worst.p50, unit: "ms" });
  report.add({
    ...{
      part,
      name: `largest ratio of p95 to that at ${smallest.toLocaleString("en-US")}`,
      value: worst.ratio,
      unit: "×",
    },
    target: { at: "most", value: MOST_RATIO },
  });
}

function ratioOf(large: number, small: number): number {
  return Math.max(large, FLOOR_MS) / Math.max(small, FLOOR_MS);
}
