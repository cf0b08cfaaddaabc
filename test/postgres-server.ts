import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "#test/free-port.ts";

/** A PostgreSQL server of our own, in a temporary folder. */
export interface TestServer {
  /** URL of its maintenance database; replace the path for another one. */
  url: string;
  pid: number;
  stop(): Promise<void>;
}

const DEBIAN = "/usr/lib/postgresql";

function findBinaries(): string | null {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).map(Number).filter(Number.isFinite)
    : [];
  const newest = Math.max(0, ...versions);
  const folder = join(DEBIAN, String(newest), "bin");
  if (existsSync(join(folder, "initdb"))) return folder;
  const config = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  const named = config.stdout?.trim();
  return named && existsSync(join(named, "initdb")) ? named : null;
}

function requireBinaries(): string {
  const found = findBinaries();
  if (found) return found;
  if (process.getuid?.() === 0) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "-y", "-qq", "postgresql"], { stdio: "inherit" });
  }
  const installed = findBinaries();
  if (!installed) {
    throw new Error(
      "No PostgreSQL server binaries found: install them (Debian: apt-get install postgresql).",
    );
  }
  return installed;
}

/** The user that PostgreSQL runs as: it refuses root, so root lends its folder to `postgres` or `nobody`. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
    const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
    if (uid.status === 0 && gid.status === 0)
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error("No unprivileged user to run PostgreSQL as.");
}

async function waitUntilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("PostgreSQL did not become ready within 15 s.");
}

/**
 * Creates a cluster and starts it on loopback. `settings` are server settings such as `fsync: "on"`. In the
 * folder `kept` it stays after the stop, and starts again when it is there already.
 */
export async function startPostgres(
  settings: Record<string, string> = {},
  kept?: string,
): Promise<TestServer> {
  const bin = requireBinaries();
  const user = unprivileged();
  const folder = kept ?? mkdtempSync(join(tmpdir(), "foyer-pg-"));
  mkdirSync(folder, { recursive: true });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const port = await freePort();
  if (!existsSync(join(data, "PG_VERSION"))) {
    const options = ["-U", "foyer", "-A", "trust", "-E", "UTF8", "--locale=C"];
    execFileSync(join(bin, "initdb"), ["-D", data, ...options], {
      ...{ ...user, cwd: folder },
      stdio: "ignore",
    });
  }
  const args = ["-D", data, "-p", String(port), "-k", folder, "-h", "127.0.0.1"];
  for (const [name, value] of Object.entries(settings)) args.push("-c", `${name}=${value}`);
  const child = spawn(join(bin, "postgres"), args, { ...user, cwd: folder, stdio: "ignore" });
  const url = `postgresql://foyer@127.0.0.1:${port}/postgres`;
  await waitUntilReady(url);
  return {
    url,
    pid: child.pid ?? 0,
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => {
          if (kept === undefined) rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        child.kill("SIGINT");
      }),
  };
}
