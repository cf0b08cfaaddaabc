import { type Bed, startDoor } from "./bed.ts";
import { portOf } from "./load.ts";
import type { Report } from "./report.ts";
import { signedRequests } from "./signed-requests.ts";
import { openConnection } from "./wire.ts";

const AWAY_MS = 6_000;

/** The database hangs (SIGSTOP of its processes) and comes back: how long the sender waits each time. */
export async function benchAway(bed: Bed, report: Report, pidsOf: () => number[]): Promise<void> {
  const part = `Database away for ${AWAY_MS / 1000} s (its processes stopped)`;
  console.log(`\n${part}`);
  const door = await startDoor(bed, await bed.createDatabase("away"), "web", {
    LOG_LEVEL: "silent",
  });
  const requests = signedRequests(
    { kind: "fixed", run: "away", bytes: 8192, seed: 1 },
    bed.secret,
    5_000,
  );
  const answers: { status: number; ms: number; at: number }[] = [];
  const state = { isOver: false };
  const work = async () => {
    const connection = openConnection(portOf(door));
    for (const { request } of requests) {
      if (state.isOver) break;
      const from = performance.now();
      const status = await connection.send(request);
      answers.push({ status, ms: performance.now() - from, at: performance.now() });
      await pause(status === 204 ? 20 : 100);
    }
    connection.close();
  };
  const senders = Array.from({ length: 8 }, work);
  await pause(1_000);
  const stopped = pidsOf();
  for (const pid of stopped) process.kill(pid, "SIGSTOP");
  const awayAt = performance.now();
  await pause(AWAY_MS);
  for (const pid of stopped) process.kill(pid, "SIGCONT");
  const backAt = performance.now();
  await pause(4_000);
  state.isOver = true;
  await Promise.all(senders);
  await door.stop();
  const away = answers.filter(({ at }) => at > awayAt && at < backAt);
  const first = answers.find(({ at, status }) => at > backAt && status === 204);
  report.add({
    ...{ part, name: "slowest answer while away", value: Math.max(...away.map(({ ms }) => ms)) },
    ...{ unit: "ms", target: { at: "most", value: 3_000 } },
  });
  report.add({
    ...{ part, name: "answers but 204, 429, 503", unit: "" },
    value: answers.filter(({ status }) => ![204, 429, 503].includes(status)).length,
    target: { at: "most", value: 0 },
  });
  report.add({
    ...{ part, name: "first 204 after its return", value: first ? first.at - backAt : Infinity },
    ...{ unit: "ms", target: { at: "most", value: 2_000 } },
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
