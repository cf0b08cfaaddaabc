import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openServer } from "#lib/db/server.ts";
import { type Bed, startDoor } from "./bed.ts";
import { residentMiB, startChild } from "./child.ts";
import { type Load, portOf, runLoad } from "./load.ts";
import type { Report } from "./report.ts";
import { median } from "./statistics.ts";

const NORMAL = 64;
const CROWD = 10 * NORMAL;
const LARGE_BYTES = 1_000_000;
/** In so many seconds the door is to be back to normal, and over so many that is looked at. */
const RECOVERY_S = 10;
const USUAL_S = 7;

/**
 * Ten times the connections that already take all the capacity there is, none of which ever pauses or
 * heeds Retry-After; then the usual load again; then bodies of 1 MB, twice as many at once as are let in.
 */
export async function benchOverload(bed: Bed, report: Report, seconds: number): Promise<void> {
  const part = `Overload for ${seconds} s: ${CROWD} connections that never wait, projection beside it`;
  console.log(`\n${part}`);
  const url = await bed.createDatabase("overload");
  const door = await startDoor(bed, url, "all", { LOG_LEVEL: "silent" });
  const loader = await startChild("loader-process");
  const memory: number[] = [];
  const sampling = setInterval(() => memory.push(residentMiB(door.pid)), 250);
  const ackedFiles: string[] = [];
  const load = (run: string, connections: number, forSeconds: number, bytes = 8192) => {
    const ackedFile = join(bed.folder, `overload-${run}.txt`);
    ackedFiles.push(ackedFile);
    return runLoad(loader, {
      port: portOf(door),
      secret: bed.secret,
      traffic: { kind: "fixed", run, bytes },
      ...{
        connections,
        seconds: forSeconds,
        atMost: forSeconds * 25_000,
        signAhead: false,
        ackedFile,
      },
    });
  };
  const before = await load("before", NORMAL, USUAL_S);
  const during = await load("during", CROWD, seconds);
  const after = await load("after", NORMAL, RECOVERY_S + USUAL_S);
  const large = await load("large", NORMAL, Math.min(10, seconds), LARGE_BYTES);
  clearInterval(sampling);
  await loader.stop();
  await door.stop();
  const lost = await countLost(url, ackedFiles);
  const bad = (one: Load) =>
    one.answered - ["204", "429", "503"].reduce((sum, code) => sum + (one.statuses[code] ?? 0), 0);
  console.log(
    `  answers: ${JSON.stringify(during.statuses)}, large ${JSON.stringify(large.statuses)}`,
  );
  console.log(`  connections broke: ${JSON.stringify(after.breakages)}`);
  report.add({ part, name: "before: accepted", value: before.throughput, unit: "/s" });
  report.add({ part, name: "during: offered", value: during.offered, unit: "/s" });
  report.add({ part, name: "during: accepted", value: during.throughput, unit: "/s" });
  report.add({ part, name: "during: p99 of the accepted", value: during.p99, unit: "ms" });
  report.add({
    ...{ part, name: "answers but 204, 429, 503 (0: connection broke)", unit: "" },
    value: bad(during) + bad(large) + bad(after),
    target: { at: "most", value: 0 },
  });
  report.add({
    ...{ part, name: "peak resident memory, 1 MB bodies included", value: Math.max(...memory) },
    ...{ unit: "MiB", target: { at: "most", value: 1024 } },
  });
  // Medians of whole seconds: a checkpoint of the database takes some of them, before as after.
  const usual = median(before.perSecond.slice(1, USUAL_S));
  const settled = median(after.perSecond.slice(RECOVERY_S, RECOVERY_S + USUAL_S));
  report.add({
    ...{ part, name: "10 s later, of the throughput before", value: settled / usual },
    ...{ unit: "×", target: { at: "least", value: 0.8 } },
  });
  report.add({
    ...{ part, name: "acknowledged and not in the ledger", value: lost, unit: "" },
    target: { at: "most", value: 0 },
  });
  report.series["overload MiB"] = { door: memory };
  report.series["overload accepted/s"] = { during: during.perSecond, after: after.perSecond };
}

async function countLost(url: string, files: readonly string[]): Promise<number> {
  const engine = openServer(url, 1);
  let lost = 0;
  for (const file of files) {
    const ids = readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line) => line.split(" ")[0] || []);
    for (let at = 0; at < ids.length; at += 10_000) {
      const [row] = await engine.query(
        `SELECT count(*)::int AS lost FROM unnest($1::text[]) AS x(id)
         WHERE NOT EXISTS (SELECT 1 FROM delivery d JOIN delivery_body b
           ON b."workspaceId" = d."workspaceId" AND b."deliveryId" = d."id" WHERE d."webhookId" = x.id)`,
        [ids.slice(at, at + 10_000)],
      );
      lost += Number(row?.lost);
    }
  }
  await engine.close();
  return lost;
}
