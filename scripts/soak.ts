// `npm run soak`: the crash tests in their long form. Kills the process, the database server and the
// worker under signed load until there are enough acknowledgements and kills, then proves on a database
// without synchronous commits that a loss would have been seen. Exit 1 on a loss, a repetition, a
// divergence, or a control that lost nothing. Everything on loopback, in temporary folders.
//   node scripts/soak.ts [--acknowledged 50000] [--kills 20] [--seed 1]
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    acknowledged: { type: "string", default: "50000" },
    kills: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
  },
});
const acknowledged = Number(values.acknowledged);
const kills = Number(values.kills);
const seed = Number(values.seed) * 100_000;
const MAX_CONTROL_KILLS = 20;
const LOAD_MS = 6_000;

// This process only looks on; its own configuration must not create anything.
process.env.LOG_LEVEL = "silent";
process.env.AUTH_SECRET ??= "soak-only-0123456789abcdef0123456789abcdef";
process.env.ENCRYPTION_KEYS ??= `s1:${Buffer.alloc(32, 3).toString("base64")}`;
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => process.exit(1));

const { startCluster } = await import("#test/crash/cluster.ts");
const { killApp, killDatabase, killEmbedded, killUntilLoss, killWorker } = await import(
  "#test/crash/scenarios.ts"
);

// Half of the work for the process, half for the database; the others come on top of it.
const half = { kills: Math.ceil(kills / 2), loadMs: LOAD_MS, acknowledged: acknowledged / 2 };
const started = Date.now();
const cluster = await startCluster();
const rows: Record<string, Record<string, number | string>> = {};
let hasFailed = false;

async function run(name: string, scenario: () => ReturnType<typeof killApp>): Promise<void> {
  console.log(`${name} …`);
  try {
    const { slowestRecoveryMs, ...counts } = await scenario();
    rows[name] = { ...counts, "slowest recovery": `${slowestRecoveryMs} ms` };
    const { lost, unfinished, duplicates, divergent } = counts;
    if (lost + unfinished + duplicates + divergent > 0) hasFailed = true;
  } catch (error) {
    hasFailed = true;
    rows[name] = { failed: String(error) };
  }
  console.log(rows[name]);
}

await run("process killed", () => killApp(cluster, { ...half, seed: seed + 1 }));
await run("database killed", () => killDatabase(cluster, { ...half, seed: seed + 20_000 }));
await run("worker killed", () =>
  killWorker(cluster, { kills: 12, loadMs: 500, seed: seed + 40_000 }),
);
await run("embedded killed", () =>
  killEmbedded({ kills: 5, loadMs: LOAD_MS, seed: seed + 60_000 }),
);
console.log("control …");
const control = await killUntilLoss(cluster, {
  ...{ kills: MAX_CONTROL_KILLS, loadMs: 2_000, seed: seed + 80_000 },
});
rows["control (no synchronous commit)"] = { ...control };
if (control.lost === 0) hasFailed = true;
await cluster.stop();

console.table(rows);
console.log(`${Math.round((Date.now() - started) / 1000)} s. ${hasFailed ? "FAILED" : "Passed"}.`);
process.exit(hasFailed ? 1 : 0);
