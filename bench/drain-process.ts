// A worker alone: projects what is in the ledger, as fast as it can.
import { z } from "zod";
import { closeDatabase, openDatabase, sql } from "#lib/db/client.ts";
import { drainOnce } from "#lib/inbox/drain.ts";
import { keepUpBeside, upkeepDone } from "#lib/inbox/upkeep.ts";
import { serveCommands } from "./commands.ts";

await openDatabase();

const planSchema = z.object({
  /** Stops at the first batch after this many deliveries. */
  atMost: z.number(),
  limit: z.number().optional(),
});

/** Drains and tells for each slice of the backlog how fast it went. */
async function drain(input: unknown) {
  const { atMost, limit } = planSchema.parse(input);
  const slice = Math.max(500, Math.floor(atMost / 20));
  const perSlice: number[] = [];
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  let done = 0;
  let sliceDone = 0;
  let sliceAt = startedAt;
  while (done < atMost) {
    const claimed = await drainOnce(limit, undefined, (count) => keepUpBeside(sql(), count));
    if (claimed === 0) break;
    done += claimed;
    sliceDone += claimed;
    if (sliceDone >= slice) {
      const at = performance.now();
      perSlice.push((sliceDone * 1000) / (at - sliceAt));
      sliceAt = at;
      sliceDone = 0;
    }
  }
  await upkeepDone();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - startedAt) / 1000;
  return { done, seconds, cpuMs: (user + system) / 1000, perSlice };
}

serveCommands({}, { drain });

process.on("SIGTERM", async () => {
  await closeDatabase();
  process.exit(0);
});
