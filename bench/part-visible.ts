import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { openServer } from "#lib/db/server.ts";
import type { Sql } from "#lib/db/sql.ts";
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
  const watch = watchVisitors(watcher, workspaceId, expected, rate);
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
  const seenAt = await watch.stop();
  await watcher.close();
  await loader.stop();
  await door.stop();
  const acked = new Map(
    readFileSync(ackedFile, "utf8")
      .split("\n")
      .map((line) => [line.split(" ")[0] ?? "", Number(line.split(" ")[1])] as const),
  );
  const delays = expected.flatMap(({ id, webhookId }) => {
    const [from, to] = [acked.get(webhookId), seenAt.get(id)];
    return from && to ? [Math.max(0, to - from)] : [];
  });
  delays.sort((a, b) => a - b);
  const unseen = expected.filter(({ id, webhookId }) => acked.has(webhookId) && !seenAt.has(id));
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
    ...{
      part,
      name: "acknowledged and not visible 2 s after the end",
      value: unseen.length,
      unit: "",
    },
    target: { at: "most", value: 0 },
  });
  report.series["204 to visible ms"] = {
    share: [0.5, 0.75, 0.9, 0.95, 0.99, 0.999].map((share) => percentile(delays, share)),
  };
}

/** The first delivery of a visitor, and the how many-th delivery it is. */
interface FirstEvent {
  id: string;
  webhookId: string;
  turn: number;
}

/** The first delivery of each LinkedIn visitor among the events to come, in order. */
function firstEvents(workspaceId: string, count: number): FirstEvent[] {
  const first = new Map<string, FirstEvent>();
  let turn = 0;
  for (const { webhookId, payload } of simulatedEvents(SEED, Math.ceil(count / 6) + 100)) {
    if (turn++ >= count) break;
    const json = JSON.parse(JSON.stringify(payload));
    const reading = contributionOf(json, { webhookId, hash: webhookId });
    if (!reading.ok || !reading.contribution.linkedin) continue;
    const id = visitorIdOf(workspaceId, linkedinVisitorKey(reading.contribution.linkedin));
    if (!first.has(id)) first.set(id, { id, webhookId, turn });
  }
  return [...first.values()];
}

/**
 * Asks again and again which visitors have appeared. Only for those up to `ahead` deliveries after the last that
 * has: the watcher shares the machine with what it watches.
 */
function watchVisitors(
  sql: Sql,
  workspaceId: string,
  expected: readonly FirstEvent[],
  ahead: number,
): { stop(): Promise<ReadonlyMap<string, number>> } {
  const seenAt = new Map<string, number>();
  const turns = new Map(expected.map(({ id, turn }) => [id, turn]));
  let isOver = false;
  let missing = expected;
  let lastTurn = 0;
  const watching = (async () => {
    while (!isOver) {
      const next = missing.findIndex(({ turn }) => turn > lastTurn + ahead);
      const asked = (next < 0 ? missing : missing.slice(0, next)).map(({ id }) => id);
      const rows = await sql.query(
        `SELECT "id" FROM visitor WHERE "workspaceId" = $1 AND "id" = ANY($2::text[])`,
        [workspaceId, asked],
      );
      for (const row of rows) {
        const id = String(row.id);
        seenAt.set(id, Date.now());
        lastTurn = Math.max(lastTurn, turns.get(id) ?? 0);
      }
      if (rows.length > 0) missing = missing.filter(({ id }) => !seenAt.has(id));
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  })();
  return {
    async stop() {
      isOver = true;
      await watching;
      return seenAt;
    },
  };
}
