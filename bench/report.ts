import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { stolenShare } from "./stolen-time.ts";

/** One measured figure, with what it should be where there is a target. */
export interface Figure {
  part: string;
  name: string;
  value: number;
  unit: string;
  target?: Target;
}

const target = z.object({
  at: z.enum(["least", "most"]),
  value: z.number(),
  /** What it is on the reference machine, where `value` is its share for this one (`yardstick.ts`). */
  full: z.number().optional(),
});

type Target = z.output<typeof target>;

const FOLDER = join(import.meta.dirname, "results");

/** Figures and series of one run; kept as JSON for the plots. */
export class Report {
  readonly figures: Figure[] = [];
  readonly series: Record<string, Record<string, number[]>> = {};

  add(figure: Figure): void {
    this.figures.push(figure);
    console.log(`  ${line(figure)}`);
  }

  /** True when every figure with a target reaches it. */
  get isGood(): boolean {
    return this.figures.every((figure) => meets(figure) !== false);
  }

  print(): void {
    console.log(`\n${machine()}`);
    let part = "";
    for (const figure of this.figures) {
      if (figure.part !== part) console.log(`\n${figure.part}`);
      part = figure.part;
      console.log(`  ${line(figure)}`);
    }
  }

  /**
   * Keeps the figures, beside those of the parts that this run did not take: the long form of every part
   * together is more than an hour, so the parts may be run one by one.
   */
  save(name: string): void {
    mkdirSync(FOLDER, { recursive: true });
    const file = join(FOLDER, `${name}.json`);
    const before = existsSync(file) ? readSaved(name) : { figures: [], series: {} };
    const parts = new Set(this.figures.map((figure) => figure.part));
    const taken = { on: machine(), at: new Date().toISOString() };
    const text = {
      figures: [
        ...before.figures.filter((figure) => !parts.has(figure.part)),
        ...this.figures.map((figure) => ({ ...figure, ...taken })),
      ],
      series: { ...before.series, ...this.series },
    };
    writeFileSync(file, `${JSON.stringify(text, null, 1)}\n`);
  }
}

const savedSchema = z.object({
  figures: z.array(
    z.object({
      part: z.string(),
      name: z.string(),
      value: z.number(),
      unit: z.string(),
      target: target.optional(),
      /** The machine with its load, and when. */
      on: z.string(),
      at: z.string(),
    }),
  ),
  series: z.record(z.string(), z.record(z.string(), z.array(z.number()))),
});

/** What the last run of each part of a benchmark saved. */
export function readSaved(name: string): z.output<typeof savedSchema> {
  return savedSchema.parse(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), "utf8")));
}

function meets({ value, target }: Figure): boolean | null {
  if (!target) return null;
  return target.at === "least" ? value >= target.value : value <= target.value;
}

function line(figure: Figure): string {
  const { name, value, unit, target } = figure;
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2;
  const wanted = target ? targetText(target) : "";
  const verdict = { true: "reached", false: "MISSED", null: "" }[String(meets(figure))] ?? "";
  const shown = value.toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${name.padEnd(52)} ${shown.padStart(10)} ${unit.padEnd(12)} ${wanted.padEnd(9)} ${verdict}`.trimEnd();
}

function targetText({ at, value, full }: Target): string {
  const text = `${at === "least" ? "≥" : "≤"} ${Math.round(value * 100) / 100}`;
  return full === undefined || full === value
    ? text
    : `${text} (${full} × ${(value / full).toFixed(2)})`;
}

function machine(): string {
  const [cpu] = cpus();
  const load = loadavg()[0]?.toFixed(1);
  const stolen = Math.round(stolenShare() * 100);
  return `${availableParallelism()} × ${cpu?.model ?? "unknown CPU"}, Node ${process.version}, load ${load}, ${stolen} % kept by its host`;
}
