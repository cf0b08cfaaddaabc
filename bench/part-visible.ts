import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { openServer } from "#lib/db/server.ts";
import { type Bed, startDoor } from "./bed.ts";
import { startChild } from "./child.ts";
import { portOf, runLoad } from "./load.ts";
import type { Figure, Report } from "./report.ts";
import { percentile } from "./statistics.ts";
import { watchStolen } from "./stolen-time.ts";
import { firstEvents, watchVisitors } from "./watch-visitors.ts";
import { measureBare, speedOf } from "./yardstick.ts";

const FULL_RATE = 500;
const SEED = 21;
const WARM_UP_S = 6;
/** Of how many seconds to come the visitors are asked for: asking costs what is measured. */
const AHEAD_S = 0.25;
const ALLOWED_MS = 250;

/** From this share on, what the host keeps from the machine is what is measured, and not Foyer. */
const DISTURBED = 0.03;
/** A delay may come of what was kept back just before. */
const AFTER_EFFECT_MS = 2_000;
/** Of fewer a p99 says little. */
const ENOUGH = 500;

/**
 * From the answer 204 to the new visitor's row as another connection sees it: at this machine's share of 500 events/s with
 * one process for door and worker, and at all 500 with a process of their own for each. The delay that is allowed is the
 * same on every machine, for what came while its host left it alone and is no more than its share.
 */
export async function benchVisible(bed: Bed, report: Report, seconds: number): Promise<void> {
  const before = await measureBare(bed);
  const part = "From 204 to visible";
  report.add({ part, name: "bare limit before it", value: before, unit: "/s" });
  const share = Math.round(FULL_RATE * speedOf(before));
  const forms = [
    { name: "one process", rate: share, isSplit: false },
    { name: "two processes", rate: FULL_RATE, isSplit: true },
  ];
  for (const { name, ...form } of forms) {
    const isAsked = form.rate <= share;
    await measure(bed, report, `${part}, ${name}`, { ...form, seconds, isAsked });
  }
}

interface Form {
  rate: number;
  /** Door and worker in processes of their own. */
  isSplit: boolean;
  seconds: number;
  /** False where it is only told how long it takes. */
  isAsked: boolean;
}

async function measure(bed: Bed, report: Report, part: string, form: Form) {
  const { rate, isSplit, seconds, isAsked } = form;
  console.log(`\n${part}`);
  const url = await bed.createDatabase("visible");
  const door = await startDoor(bed, url, isSplit ? "web" : "all");
  const worker = isSplit ? await startDoor(bed, url, "worker") : null;
  const loader = await startChild("loader-process");
  const watcher = openServer(url, 1);
  const [row] = await watcher.query("SELECT id FROM workspace");
  const workspaceId = z.object({ id: z.string() }).parse(row).id;
  const expected = firstEvents(workspaceId, SEED, rate * seconds);
  const ackedFile = join(bed.folder, "visible.txt");
  const send = (run: string, seed: number, forSeconds: number) =>
    runLoad(loader, {
      port: portOf(door),
      secret: bed.secret,
      traffic: { kind: "simulated", run, seed },
      ...{ connections: 64, seconds: forSeconds, rate, atMost: rate * forSeconds, ackedFile },
    });
  // Other people first, until code is compiled and tables have statistics.
  await send("warm", SEED + 1, WARM_UP_S);
  const visitors = watchVisitors(watcher, workspaceId, expected, rate * AHEAD_S);
  const host = watchStolen();
  const load = await send("visible", SEED, seconds);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const stolenIn = host.stop();
  const seenAt = await visitors.stop();
  await watcher.close();
  await loader.stop();
  await door.stop();
  await worker?.stop();
  const acked = readAcked(ackedFile);
  const seen = expected.flatMap(({ id, webhookId }) => {
    const [from, to] = [acked.get(webhookId), seenAt.get(id)];
    if (!from || !to) return [];
    const isQuiet = stolenIn(from - AFTER_EFFECT_MS, to) <= DISTURBED;
    return [{ delay: Math.max(0, to - from), isQuiet }];
  });
  const delaysOf = (some: typeof seen) => some.map(({ delay }) => delay).sort((a, b) => a - b);
  const all = delaysOf(seen);
  const quiet = delaysOf(seen.filter(({ isQuiet }) => isQuiet));
  const unseen = expected.filter(({ id, webhookId }) => acked.has(webhookId) && !seenAt.has(id));
  const add = (name: string, value: number, unit = "ms", target?: Figure["target"]) =>
    report.add({ part, name, value, unit, ...(target && { target }) });
  add("offered", rate, "/s");
  add("accepted", load.throughput, "/s");
  add("new visitors watched", all.length, "");
  add("204 to visible, p50", percentile(all, 0.5));
  add("204 to visible, p99", percentile(all, 0.99));
  const target = (at: "least" | "most", value: number) => (isAsked ? { at, value } : undefined);
  add(
    "new visitors while the host left the machine alone",
    quiet.length,
    "",
    target("least", ENOUGH),
  );
  add("204 to visible, p50 of these", percentile(quiet, 0.5));
  add("204 to visible, p99 of these", percentile(quiet, 0.99), "ms", target("most", ALLOWED_MS));
  add("acknowledged and not visible 2 s after the end", unseen.length, "", {
    at: "most",
    value: 0,
  });
  report.series[`${part} ms`] = {
    share: [0.5, 0.75, 0.9, 0.95, 0.99, 0.999].map((share) => percentile(quiet, share)),
  };
}

/** When each webhook id was answered 204, in ms since the epoch. */
function readAcked(file: string): Map<string, number> {
  const lines = readFileSync(file, "utf8").split("\n");
  return new Map(
    lines.map((line) => [line.split(" ")[0] ?? "", Number(line.split(" ")[1])] as const),
  );
}
