import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbedded } from "#lib/db/embedded.ts";
import { openServer } from "#lib/db/server.ts";
import type { Engine } from "#lib/db/sql.ts";
import type { Cluster } from "./cluster.ts";
import { type Door, makeDoor } from "./door.ts";
import { FAULT_POINTS } from "./fault.ts";
import { endlessEvents, type Load, startLoad } from "./load.ts";
import { countLost, expireLeases, type Verdict, verify, waitUntilDrained } from "./verify.ts";

export interface Outcome extends Verdict {
  kills: number;
  /** The longest time from when what was killed runs again to the next acknowledgement. */
  slowestRecoveryMs: number;
}

export interface KillOptions {
  kills: number;
  /** Time under load before each kill; drawn between half of it and all of it. */
  loadMs: number;
  seed: number;
  /** At least so many acknowledgements before the run ends, for at most `kills` times `loadMs` more. */
  acknowledged?: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Lets some time pass and some deliveries through, however slow the machine is. */
async function underLoad(door: Door, load: Load, ms: number): Promise<void> {
  const wanted = load.acknowledged.size + 20;
  const end = Date.now() + 20_000;
  await pause(ms * (0.5 + Math.random() / 2));
  while (load.acknowledged.size < wanted && door.isAlive() && Date.now() < end) await pause(20);
}

/** Kills the process under load again and again. */
export async function killApp(cluster: Cluster, options: KillOptions): Promise<Outcome> {
  const url = await cluster.createDatabase(`app_${options.seed}`);
  return onDoor({ DATABASE_URL: url }, options, async (door, load, recovered) => {
    await door.kill();
    await withEngine(url, async (engine) => {
      await expectKept(engine, load);
      await expireLeases(engine);
    });
    await recovered(() => door.start());
  });
}

/** Kills the whole database server under load again and again; the process lives through it. */
export async function killDatabase(cluster: Cluster, options: KillOptions): Promise<Outcome> {
  const url = await cluster.createDatabase(`database_${options.seed}`);
  return onDoor({ DATABASE_URL: url }, options, async (_door, load, recovered) => {
    await cluster.kill();
    await recovered(() => cluster.restart());
    await withEngine(url, async (engine) => {
      await expectKept(engine, load);
      await expireLeases(engine);
    });
  });
}

/** Lets the worker die at each of its moments in turn, `kills` times in all. */
export async function killWorker(cluster: Cluster, options: KillOptions): Promise<Outcome> {
  const url = await cluster.createDatabase(`worker_${options.seed}`);
  let round = 0;
  return onDoor({ DATABASE_URL: url }, options, async (door, load, recovered) => {
    const point = FAULT_POINTS[round++ % FAULT_POINTS.length] ?? "claim";
    await door.kill();
    // Born with its fault: each life ends at a moment of its own.
    await recovered(() => door.start({ point, at: 1 + Math.floor(Math.random() * 3) }));
    await door.waitForDeath();
    await withEngine(url, async (engine) => {
      await expectKept(engine, load);
      await expireLeases(engine);
    });
  });
}

/** Kills the process with the embedded engine under load again and again. */
export async function killEmbedded(options: KillOptions): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "foyer-crash-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    return await onDoor({ DATA_DIR: folder }, options, async (door, load, recovered) => {
      await door.kill();
      const engine = await openEmbedded(folder);
      await expectKept(engine, load);
      await expireLeases(engine);
      await engine.close();
      await recovered(() => door.start());
    });
  } finally {
    remove();
    process.off("exit", remove);
  }
}

/**
 * The proof that the harness can see a loss: on a database that does not wait for its log, it kills the
 * server until something acknowledged is missing, at most `kills` times.
 */
export async function killUntilLoss(
  cluster: Cluster,
  { kills, loadMs, seed }: KillOptions,
): Promise<{ kills: number; acknowledged: number; lost: number }> {
  const url = await cluster.createDatabase(`control_${seed}`);
  const engine = openServer(url, 1);
  await engine.query(`ALTER DATABASE control_${seed} SET synchronous_commit = off`);
  const door = await makeDoor({ DATABASE_URL: url });
  await door.start();
  const load = startLoad(door.url, endlessEvents(seed));
  const result = { kills: 0, acknowledged: 0, lost: 0 };
  try {
    while (result.lost === 0 && result.kills < kills) {
      await underLoad(door, load, loadMs);
      await cluster.kill();
      await cluster.restart();
      result.kills += 1;
      result.lost = await countLost(engine, load.acknowledged);
    }
  } finally {
    await load.stop();
    await door.kill();
    await engine.close();
  }
  return { ...result, acknowledged: load.acknowledged.size };
}

async function withEngine<T>(url: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = openServer(url, 3);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** Fails at once, while it is known which kill it was. */
async function expectKept(engine: Engine, load: Load): Promise<void> {
  const lost = await countLost(engine, load.acknowledged);
  if (lost > 0) throw new Error(`${lost} of ${load.acknowledged.size} acknowledged are lost`);
}

type Recovered = (start: () => Promise<void>) => Promise<void>;

async function onDoor(
  database: Record<string, string>,
  { kills, loadMs, seed, acknowledged = 0 }: KillOptions,
  strike: (door: Door, load: Load, recovered: Recovered) => Promise<void>,
): Promise<Outcome> {
  const door = await makeDoor(database);
  await door.start();
  const load = startLoad(door.url, endlessEvents(seed));
  let slowestRecoveryMs = 0;
  const recovered: Recovered = async (start) => {
    await start();
    const [began, before] = [Date.now(), load.acknowledged.size];
    while (load.acknowledged.size === before && door.isAlive() && Date.now() - began < 20_000) {
      await pause(20);
    }
    slowestRecoveryMs = Math.max(slowestRecoveryMs, Date.now() - began);
  };
  try {
    for (let kill = 0; kill < kills; kill++) {
      await underLoad(door, load, loadMs);
      await strike(door, load, recovered);
    }
    const end = Date.now() + kills * loadMs;
    while (load.acknowledged.size < acknowledged && Date.now() < end) await pause(100);
    await load.stop();
    const verdict = await finish(door, database, load);
    return { ...verdict, kills, slowestRecoveryMs };
  } finally {
    await load.stop();
    await door.kill();
  }
}

/** Waits for the projection of what came in, and judges. */
async function finish(door: Door, database: Record<string, string>, load: Load): Promise<Verdict> {
  const { DATABASE_URL, DATA_DIR } = database;
  if (DATABASE_URL) {
    if (!door.isAlive()) await door.start();
    return withEngine(DATABASE_URL, async (engine) => {
      await waitUntilDrained(engine, 120_000);
      return verify(engine, load.acknowledged);
    });
  }
  // One process at a time: it has to let go of the folder before anyone looks, so this one drains.
  await door.kill();
  const engine = await openEmbedded(DATA_DIR ?? null);
  const { adoptDatabase, closeDatabase } = await import("#lib/db/client.ts");
  const { drainOnce } = await import("#lib/inbox/drain.ts");
  adoptDatabase(engine);
  await expireLeases(engine);
  while ((await drainOnce()) > 0);
  const verdict = await verify(engine, load.acknowledged);
  await closeDatabase();
  return verdict;
}
