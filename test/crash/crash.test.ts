import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engineKind } from "#test/database.ts";
import { type Cluster, startCluster } from "./cluster.ts";
import { killApp, killDatabase, killEmbedded, killUntilLoss, killWorker } from "./scenarios.ts";

const CLEAN = { lost: 0, unfinished: 0, duplicates: 0, divergent: 0 };
// Seconds on a machine of its own; the rest is for one that is busy with other tests.
const timeout = 180_000;

describe.runIf(engineKind === "server")("on a PostgreSQL server", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster.stop());

  test("kill -9 of the process loses nothing and repeats nothing", { timeout }, async () => {
    const outcome = await killApp(cluster, { kills: 2, loadMs: 800, seed: 100 });
    expect(outcome).toMatchObject(CLEAN);
    expect(outcome.acknowledged).toBeGreaterThan(30);
  });

  test("kill -9 of the database server loses nothing and repeats nothing", {
    timeout,
  }, async () => {
    const outcome = await killDatabase(cluster, { kills: 2, loadMs: 800, seed: 200 });
    expect(outcome).toMatchObject(CLEAN);
    expect(outcome.acknowledged).toBeGreaterThan(30);
  });

  test("a worker that dies at any moment of its round changes nothing", { timeout }, async () => {
    const outcome = await killWorker(cluster, { kills: 4, loadMs: 100, seed: 300 });
    expect(outcome).toMatchObject(CLEAN);
  });

  // Judged in the long form (npm run soak); in a short one it is a matter of chance.
  test("the same harness without synchronous commits", { timeout }, async () => {
    const control = await killUntilLoss(cluster, { kills: 2, loadMs: 600, seed: 400 });
    console.log(
      `control: ${control.lost} of ${control.acknowledged} acknowledged lost after ${control.kills} kills`,
    );
  });
});

test.runIf(engineKind === "embedded")(
  "kill -9 with the embedded engine loses nothing",
  { timeout },
  async () => {
    const outcome = await killEmbedded({ kills: 1, loadMs: 1500, seed: 500 });
    expect(outcome).toMatchObject(CLEAN);
    expect(outcome.acknowledged).toBeGreaterThan(10);
  },
);
