// What keeping the sums of attribution true costs the projection: the same events into two databases, in
// one of which its triggers are off, slice by slice in turns. `node bench/attribution-cost.ts`
import { sql } from "#lib/db/client.ts";
import { foyerEnv, makeBed } from "./bed.ts";
import { type Child, startChild } from "./child.ts";
import { fillLedger, makeBenchWorkspace, withDatabase } from "./fill-ledger.ts";
import { median } from "./statistics.ts";

const SLICE = 1_200;
const SLICES = 9;

/** The tables whose triggers keep the sums of attribution true. */
const WATCHED = ["session", "stage_reached", "visitor", "company", "page_view", "email_validation"];

process.env.AUTH_SECRET ??= "bench-only-0123456789abcdef0123456789abcdef";
process.env.ENCRYPTION_KEYS ??= `b1:${Buffer.alloc(32, 11).toString("base64")}`;
const bed = await makeBed();
const workers: Child[] = [];
for (const name of ["without", "with"]) {
  const url = await bed.createDatabase(`cost_${name}`);
  await withDatabase(url, async () => {
    await fillLedger(await makeBenchWorkspace(), SLICE * (SLICES + 1));
    for (const table of name === "without" ? WATCHED : []) {
      await sql().query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    }
  });
  workers.push(await startChild("drain-process", foyerEnv(bed, url, "worker")));
}
const times: [number[], number[]] = [[], []];
for (let slice = 0; slice <= SLICES; slice++) {
  for (const [at, worker] of workers.entries()) {
    const answer = Object(await worker.ask("drain", { atMost: SLICE }));
    if (slice > 0) times[at === 0 ? 0 : 1].push((1000 * answer.seconds) / answer.done);
  }
}
for (const worker of workers) await worker.stop();
await bed.stop();
const ratios = times[0].map((time, at) => (times[1][at] ?? time) / time);
console.log(
  `ms per event without ${median(times[0]).toFixed(3)}, with ${median(times[1]).toFixed(3)}; ` +
    `ratio of neighbours ${median(ratios).toFixed(3)}`,
);
process.exit(0);
