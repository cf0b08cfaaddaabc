import { DIMENSION_NAMES } from "#lib/attribution/dimensions.ts";
import { MODEL_NAMES } from "#lib/attribution/models.ts";
import { listReceipts } from "#lib/attribution/receipts.ts";
import { getAttribution, getCreditOverTime } from "#lib/attribution/report.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { setClock } from "#lib/clock.ts";
import { makeBed } from "./bed.ts";
import { makeBenchWorkspace, withDatabase } from "./fill-ledger.ts";
import { loadSessions } from "./load-sessions.ts";
import { Report } from "./report.ts";
import { percentile } from "./statistics.ts";

const ROUNDS = 3;
const GOALS = ["identified", "qualified", "enriched"];

/** ms that each of some pieces of work takes, sorted. */
async function timed(works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[] = [];
  for (const work of works) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b);
}

/** The queries of the attribution screen: every goal, dimension and model that `keep` keeps. */
function questions(
  base: AttributionQuery,
  keep: (query: AttributionQuery) => boolean,
): AttributionQuery[] {
  return GOALS.flatMap((goal) =>
    DIMENSION_NAMES.flatMap((dimension) =>
      MODEL_NAMES.map((model) => ({ ...base, goal, dimension, model })),
    ),
  ).filter(keep);
}

/** Times the data of the attribution pages over 90 days, at each of the sizes. */
export async function benchAttribution(sizes: readonly number[], timezone: string) {
  const bed = await makeBed({ shared_buffers: "1GB" });
  const report = new Report();
  process.env.AUTH_SECRET ??= "bench-only-0123456789abcdef0123456789abcdef";
  process.env.ENCRYPTION_KEYS ??= `b1:${Buffer.alloc(32, 11).toString("base64")}`;
  const p95s: number[] = [];
  try {
    for (const size of sizes) {
      const url = await bed.createDatabase(`attribution_${size}`);
      p95s.push(await withDatabase(url, () => benchSize(report, url, size, timezone)));
    }
  } finally {
    await bed.stop();
  }
  if (p95s.length > 1) {
    const value = (p95s.at(-1) ?? 0) / (p95s[0] ?? 1);
    const part = "Largest against smallest";
    report.add({ part, name: "p95, ratio", value, unit: "×", target: { at: "most", value: 2 } });
  }
  report.print();
  return report.isGood;
}

async function benchSize(report: Report, url: string, size: number, timezone: string) {
  const part = `90 days of ${size.toLocaleString("en-US")} sessions, ${timezone}`;
  console.log(`\n${part}`);
  const workspaceId = await makeBenchWorkspace();
  const { from, to } = await loadSessions(url, workspaceId, size);
  const restore = setClock(() => Date.parse(`${to}T20:00:00Z`));
  const limit = { at: "most", value: size > 1_000_000 ? 100 : 50 } as const;
  const base: AttributionQuery = {
    ...{ goal: "identified", model: "last", dimension: "channel" },
    ...{ from, to, timezone, lookbackDays: 90 },
  };
  const add = (name: string, times: number[], target?: typeof limit) => {
    report.add({ part, name: `${name}, median`, value: percentile(times, 0.5), unit: "ms" });
    const p95 = percentile(times, 0.95);
    report.add({ part, name: `${name}, p95`, value: p95, unit: "ms", ...(target && { target }) });
    return p95;
  };
  const read = (query: AttributionQuery) => () => getAttribution(workspaceId, query);
  // Another lookback than the one that is kept has to be worked out.
  if (size <= 1_000_000) {
    add("worked out live, one report", await timed([read({ ...base, lookbackDays: 89 })]));
  }
  add(
    "added up for the first time, per goal",
    await timed(GOALS.map((goal) => read({ ...base, goal }))),
  );
  const kept = questions(base, ({ model }) => model !== "markov");
  const rounds = Array.from({ length: ROUNDS }, () => kept).flat();
  const byKey = rounds.filter(({ dimension }) => dimension !== "click_id");
  const table = add("table, any dimension but click id", await timed(byKey.map(read)), limit);
  const clicks = kept.filter(({ dimension }) => dimension === "click_id");
  add("table by click id", await timed(clicks.map(read)));
  const charts = [];
  for (const query of kept.filter(({ dimension }) => dimension !== "click_id")) {
    // A chart draws the first seven keys one by one.
    const { rows } = await getAttribution(workspaceId, query);
    const keys = rows.slice(0, 7).map(({ key }) => key);
    charts.push(() => getCreditOverTime(workspaceId, query, undefined, keys));
  }
  add("chart over time", await timed(Array(ROUNDS).fill(charts).flat()), limit);
  if (size <= 1_000_000) {
    const learnt = questions(
      base,
      ({ model, dimension }) => model === "markov" && dimension === "channel",
    );
    add("data-driven by channel", await timed(learnt.map(read)));
  }
  const receipts = questions(base, ({ model }) => model === "linear").map(
    (query) => () => listReceipts(workspaceId, { ...query, limit: 50 }),
  );
  add("receipts page", await timed(receipts), { at: "most", value: 50 });
  restore();
  return table;
}
