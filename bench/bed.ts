import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openServer } from "#lib/db/server.ts";
import { newWebhookSecret } from "#lib/webhooks/secret-format.ts";
import { startPostgres } from "#test/postgres-server.ts";
import { type Child, startChild } from "./child.ts";

/** What every part of the benchmark runs on: a PostgreSQL of our own and the secret of the endpoint. */
export interface Bed {
  pid: number;
  /** URL of the maintenance database. */
  url: string;
  secret: string;
  folder: string;
  /** Creates an empty database and returns its URL. */
  createDatabase(name: string): Promise<string>;
  /** The URL of a database of this name, when there is one. */
  findDatabase(name: string): Promise<string | null>;
  stop(): Promise<void>;
}

type Role = "web" | "worker" | "all";

/** The environment of one of our processes on a database; without a URL it is the embedded one. */
export function foyerEnv(bed: Bed, url: string | null, role: Role) {
  return {
    DATABASE_URL: url ?? undefined,
    DATA_DIR: mkdtempSync(join(bed.folder, "data-")),
    FOYER_ROLE: role,
    NODE_ENV: "production",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
    AUTH_SECRET: randomBytes(32).toString("hex"),
    ENCRYPTION_KEYS: `b1:${Buffer.alloc(32, 11).toString("base64")}`,
    BOOTSTRAP_ADMIN_EMAIL: "bench@foyer.example",
    BOOTSTRAP_ADMIN_PASSWORD: randomBytes(12).toString("hex"),
    BOOTSTRAP_WORKSPACE: "Bench",
    BOOTSTRAP_WEBHOOK_SECRET: bed.secret,
  };
}

/** Starts our door on a database (null: embedded). Role `web` has no projection beside it, and `worker` nothing else to do. */
export function startDoor(
  bed: Bed,
  url: string | null,
  role: Role,
  extra: Record<string, string> = {},
  execArgv: string[] = [],
): Promise<Child> {
  return startChild("door-process", { ...foyerEnv(bed, url, role), ...extra }, execArgv);
}

/** Starts the server that ours is compared with (`bare-process.ts`), on an empty database. */
export async function startBare(bed: Bed, database: string): Promise<Child> {
  const url = await bed.createDatabase(database);
  return startChild("bare-process", { DATABASE_URL: url, BENCH_SECRET: bed.secret });
}

const DURABLE = {
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  max_connections: "60",
  shared_buffers: "512MB",
  max_wal_size: "4GB",
};

/**
 * Starts the server with everything that promises durability on, as it comes out of the box. What is in the
 * folder `kept` stays there for the next run.
 */
export async function makeBed(settings: Record<string, string> = {}, kept?: string): Promise<Bed> {
  const server = await startPostgres({ ...DURABLE, ...settings }, kept);
  const folder = mkdtempSync(join(tmpdir(), "foyer-bench-"));
  // Unlogged tables are empty after a stop that was not in good order.
  const stopHard = () => process.kill(server.pid, kept === undefined ? "SIGQUIT" : "SIGINT");
  process.once("exit", stopHard);
  const urlOf = (name: string) => server.url.replace(/\/postgres$/, `/${name}`);
  return {
    pid: server.pid,
    url: server.url,
    secret: newWebhookSecret(),
    folder,
    async createDatabase(name) {
      const admin = openServer(server.url, 1);
      await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await admin.query(`CREATE DATABASE "${name}"`);
      await admin.close();
      return urlOf(name);
    },
    async findDatabase(name) {
      const admin = openServer(server.url, 1);
      const found = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
      await admin.close();
      return found.length > 0 ? urlOf(name) : null;
    },
    async stop() {
      process.off("exit", stopHard);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
