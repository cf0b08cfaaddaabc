import { spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import pg from "pg";
import { startPostgres } from "#test/postgres-server.ts";

/** A PostgreSQL server of our own that can lose its life and get it back. */
export interface Cluster {
  /** URL of its maintenance database. */
  url: string;
  /** SIGKILL to the postmaster and all its children: what they held in memory is gone. */
  kill(): Promise<void>;
  /** Starts it on the same folder; resolves when it has recovered. */
  restart(): Promise<void>;
  createDatabase(name: string, options?: string): Promise<string>;
  stop(): Promise<void>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => statOf(one)?.parent === pid);
}

/** Parent of a process, and whether it has ended and only waits to be noticed; null when it is gone. */
function statOf(pid: number): { parent: number; isZombie: boolean } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { parent: Number(parent), isZombie: state === "Z" };
  } catch {
    return null;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already.
  }
}

async function waitUntilGone(pids: readonly number[]): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (pids.every((pid) => statOf(pid)?.isZombie ?? true)) return;
    await pause(20);
  }
  throw new Error("PostgreSQL's processes did not end.");
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Creates and starts a cluster that keeps what it has promised (fsync on, unless told otherwise). */
export async function startCluster(settings: Record<string, string> = {}): Promise<Cluster> {
  const { url, pid: firstPid } = await startPostgres({ fsync: "on", ...settings });
  const [row] = await query(url, "SHOW data_directory");
  const data = String(row?.data_directory);
  const { uid, gid } = statSync(data);
  // The very command that it was started with, for the starts to come.
  const [program = "", ...args] = readFileSync(`/proc/${firstPid}/cmdline`, "utf8")
    .split("\0")
    .slice(0, -1);
  let pid = firstPid;
  process.once("exit", () => {
    signal(pid, "SIGQUIT");
    rmSync(dirname(data), { recursive: true, force: true });
  });
  return {
    url,
    async kill() {
      const pids = [pid, ...childrenOf(pid)];
      for (const one of pids) signal(one, "SIGKILL");
      await waitUntilGone(pids);
    },
    async restart() {
      const asOwner = process.getuid?.() === 0 ? { uid, gid } : {};
      const child = spawn(program, args, { ...asOwner, cwd: dirname(data), stdio: "ignore" });
      pid = child.pid ?? 0;
      for (let attempt = 0; attempt < 300; attempt++) {
        try {
          await query(url, "SELECT 1");
          return;
        } catch {
          await pause(50);
        }
      }
      throw new Error("PostgreSQL did not recover within 15 s.");
    },
    async createDatabase(name, options = "") {
      await query(url, `CREATE DATABASE ${name} ${options}`);
      return url.replace(/\/postgres$/, `/${name}`);
    },
    async stop() {
      signal(pid, "SIGINT");
      await waitUntilGone([pid]);
      rmSync(dirname(data), { recursive: true, force: true });
    },
  };
}
