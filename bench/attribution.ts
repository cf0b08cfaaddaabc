import { DIMENSION_NAMES, type DimensionName } from "#lib/attribution/dimensions.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { setClock } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { type Read, screensOf } from "./attribution-screens.ts";
import { makeBed } from "./bed.ts";
import { makeBenchWorkspace, withDatabase } from "./fill-ledger.ts";
import { markLoaded } from "./generate/loaded.ts";
import { LOADED_DATES, loadSessions } from "./load-sessions.ts";
import { openLoaded } from "./loaded-database.ts";
import { Report } from "./report.ts";
import { percentile } from "./statistics.ts";

/** At the larger sizes the model that learns is asked by these: working it out is minutes each. */
const FEW: readonly DimensionName[] = ["channel", "source_medium"];

/** Reports that answer faster are alike to whoever waits, and to what a timer can tell apart. */
const NOTHING_MS = 5;

/** ms that each of some reads takes, sorted. */
async function timed(reads: readonly Read[]): Promise<number[]> {
  const times: number[] = [];
  for (const read of reads) {
    const startedAt = performance.now();
    await read();
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b);
}

/** Options of `npm run bench -- attribution`. */
export interface AttributionBenchOptions {
  sizes: readonly number[];
  timezone: string;
  /** A folder to load into and keep; what a former run has loaded there is measured as it is. */
  data?: string | undefined;
}

/** Times the data of every screen of attribution over 90 days, at each of the sizes. */
export async function benchAttribution({ sizes, timezone, data }: AttributionBenchOptions) {
  const bed = await makeBed({ shared_buffers: "1GB" }, data);
  const report = new Report();
  process.env.AUTH_SECRET ??= "bench-only-0123456789abcdef0123456789abcdef";
  process.env.ENCRYPTION_KEYS ??= `b1:${Buffer.alloc(32, 11).toString("base64")}`;
  const p95s = new Map<string, number[]>();
  try {
    for (const size of sizes) {
      const { url, loadedId } = await openLoaded(bed, `attribution_${size}`);
      await withDatabase(url, async () => {
        const workspaceId = loadedId ?? (await load(url, size));
        const options = { size, timezone, isNew: !loadedId };
        for (const [name, p95] of await benchSize(report, workspaceId, options)) {
          p95s.set(name, [...(p95s.get(name) ?? []), p95]);
        }
      });
      report.save("attribution");
    }
  } finally {
    await bed.stop();
  }
  if (sizes.length > 1) {
    const part = `${sizes.at(-1)?.toLocaleString("en-US")} sessions against ${sizes[0]?.toLocaleString("en-US")}`;
    for (const [name, [smallest = 0, ...more]] of p95s) {
      const value = Math.max(NOTHING_MS, more.at(-1) ?? 0) / Math.max(NOTHING_MS, smallest);
      const target = { at: "most", value: 2 } as const;
      report.add({ part, name: `${name}, p95`, value, unit: "×", target });
    }
  }
  report.print();
  report.save("attribution");
  return report.isGood;
}

/** Fills an empty database; returns the workspace. */
async function load(url: string, size: number): Promise<string> {
  const workspaceId = await makeBenchWorkspace();
  const startedAt = performance.now();
  await loadSessions(url, workspaceId, size);
  await markLoaded(sql(), workspaceId);
  console.log(`  loaded in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  return workspaceId;
}

interface SizeOptions {
  size: number;
  timezone: string;
  /** Nobody has asked for anything yet. */
  isNew: boolean;
}

async function benchSize(
  report: Report,
  workspaceId: string,
  { size, timezone, isNew }: SizeOptions,
) {
  const part = `90 days of ${size.toLocaleString("en-US")} sessions, ${timezone}`;
  console.log(`\n${part}`);
  const { from, to } = LOADED_DATES;
  const restore = setClock(() => Date.parse(`${to}T20:00:00Z`));
  const base: AttributionQuery = {
    ...{ goal: "identified", model: "last", dimension: "channel" },
    ...{ from, to, timezone, lookbackDays: 90 },
  };
  const p95s = new Map<string, number>();
  const learntBy = size <= 1_000_000 ? DIMENSION_NAMES : FEW;
  for (const { name, reads, rounds } of screensOf(workspaceId, base, learntBy)) {
    const begun = await timed(reads);
    const unit = "ms";
    const first = begun.at(-1) ?? 0;
    if (isNew) report.add({ part, name: `${name}, the first time at most`, value: first, unit });
    const times = await timed(Array.from({ length: rounds }, () => reads).flat());
    const most = size > 1_000_000 && !name.startsWith("receipts") ? 100 : 50;
    const p95 = percentile(times, 0.95);
    p95s.set(name, p95);
    report.add({ part, name: `${name}, median`, value: percentile(times, 0.5), unit });
    const target = { at: "most", value: most } as const;
    report.add({ part, name: `${name}, p95`, value: p95, unit, target });
  }
  restore();
  return p95s;
}
