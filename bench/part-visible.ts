import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { openServer } from "#lib/db/server.ts";
import { contributionOf } from "#lib/events/read-event.ts";
import { linkedinVisitorKey } from "#lib/identity/evidence.ts";
import { visitorIdOf } from "#lib/visitors/project-visitors.ts";
import { type Bed, startDoor } from "./bed.ts";
import { startChild } from "./child.ts";
import { portOf, runLoad } from "./load.ts";
import type { Report } from "./report.ts";
import { simulatedEvents } from "./signed-requests.ts";
import { percentile } from "./statistics.ts";
import { measureBare, speedOf } from "./yardstick.ts";

const FULL_RATE = 500;
const SEED = 21;
const POLL_MS = 4;
const WARM_UP_S = 6;

/**
 * From the answer 204 to the new visitor's row as another connection sees it, at 500 events/s or this
 * machine's share of them. The delay that is allowed is the same on every machine.
 */
export async function benchVisible(bed: Bed, report: Report, seconds: number): Promise<void> {
  const before = await measureBare(bed);
  const rate = Math.round(FULL_RATE * speedOf(before));
  const part = `From 204 to visible at ${FULL_RATE} events/s of the reference machine, one process for both`;
  console.log(`\n${part}`);
  const url = await bed.createDatabase("visible");
  const door = await startDoor(bed, url, "all");
  const loader = await startChild("loader-process");
  const watcher = openServer(url, 1);
  const [row] = await watcher.query("SELECT id FROM workspace");
  const workspaceId = z.object({ id: z.string() }).parse(row).id;
  const expected = firstEvents(workspaceId, rate * seconds);
  const seenAt = new Map<string, number>();
  const watch = { isOver: false };
  const watching = (async () => {
    while (!watch.isOver) {
      const missing = [...expected.keys()].filter((id) => !seenAt.has(id)).slice(0, 400);
      const rows = await watcher.query(
        `SELECT "id" FROM visitor WHERE "workspaceId" = $1 AND "id" = ANY($2::text[])`,
        [workspaceId, missing],
      );
      for (const { id } of rows) seenAt.set(String(id), Date.now());
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  })();
  const ackedFile = join(bed.folder, "visible.txt");
  // Other people first, until code is compiled and tables have statistics.
  await runLoad(loader, {
    port: portOf(door),
    secret: bed.secret,
    traffic: { kind: "simulated", run: "warm", seed: SEED + 1 },
    ...{ connections: 64, seconds: WARM_UP_S, rate, atMost: rate * WARM_UP_S },
  });
  const load = await runLoad(loader, {
    port: portOf(door),
    secret: bed.secret,
    traffic: { kind: "simulated", run: "visible", seed: SEED },
    ...{ connections: 64, seconds, rate, atMost: rate * seconds, ackedFile },
  });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  watch.isOver = true;
  await watching;
  await watcher.close();
  await loader.stop();
  await door.stop();
  const acked = new Map(
    readFileSync(ackedFile, "utf8")
      .split("\n")
      .map((line) => [line.split(" ")[0] ?? "", Number(line.split(" ")[1])] as const),
  );
  const delays = [...expected].flatMap(([id, webhookId]) => {
    const [from, to] = [acked.get(webhookId), seenAt.get(id)];
    return from && to ? [Math.max(0, to - from)] : [];
  });
  delays.sort((a, b) => a - b);
  const unseen = [...expected].filter(([id, hook]) => acked.has(hook) && !seenAt.has(id)).length;
  report.add({ part, name: "bare limit before it", value: before, unit: "/s" });
  report.add({ part, name: "offered", value: rate, unit: "/s" });
  report.add({ part, name: "accepted", value: load.throughput, unit: "/s" });
  report.add({ part, name: "new visitors watched", value: delays.length, unit: "" });
  report.add({ part, name: "204 to visible, p50", value: percentile(delays, 0.5), unit: "ms" });
  report.add({
    ...{ part, name: "204 to visible, p99", value: percentile(delays, 0.99), unit: "ms" },
    target: { at: "most", value: 250 },
  });
  report.add({
    ...{ part, name: "acknowledged and not visible 2 s after the end", value: unseen, unit: "" },
    target: { at: "most", value: 0 },
  });
  report.series["204 to visible ms"] = {
    share: [0.5, 0.75, 0.9, 0.95, 0.99, 0.999].map((share) => percentile(delays, share)),
  };
}

/** The first delivery of each LinkedIn visitor among the events to come: visitor id → webhook id. */
function firstEvents(workspaceId: string, count: number): Map<string, string> {
  const first = new Map<string, string>();
  let index = 0;
  for (const { webhookId, payload } of simulatedEvents(SEED, Math.ceil(count / 6) + 100)) {
    if (index++ >= count) break;
    const json = JSON.parse(JSON.stringify(payload));
    const reading = contributionOf(json, { webhookId, hash: webhookId });
    if (!reading.ok || !reading.contribution.linkedin) continue;
    const id = visitorIdOf(workspaceId, linkedinVisitorKey(reading.contribution.linkedin));
    if (!first.has(id)) first.set(id, webhookId);
  }
  return first;
}
