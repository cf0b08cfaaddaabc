import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { Engine } from "#lib/db/sql.ts";
import { FoyerError } from "#lib/errors.ts";

/** Writes a server database into `file` in PostgreSQL's custom format, by pg_dump. */
export async function backupServer(url: string, file: string): Promise<void> {
  if (existsSync(file)) throw new FoyerError("conflict", `${file} is there already.`);
  await run("pg_dump", ["--format=custom", "--no-owner", "--no-acl", `--file=${file}`], url);
}

/**
 * Puts a backup of a server database back, by pg_restore, all or nothing. A database with tables in it is
 * refused without `isForced`; with it, what the backup holds takes their place.
 */
export async function restoreServer(
  engine: Engine,
  url: string,
  file: string,
  isForced: boolean,
): Promise<void> {
  const tables = await engine.query(
    "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() LIMIT 1",
  );
  if (tables.length > 0 && !isForced) {
    throw new FoyerError(
      "conflict",
      "The database has tables already. --force replaces what is in them by the backup.",
    );
  }
  const clean = tables.length > 0 ? ["--clean", "--if-exists"] : [];
  const options = ["--no-owner", "--no-acl", "--single-transaction", ...clean];
  await run("pg_restore", [...options, `--dbname=${connectionOf(url).PGDATABASE}`, file], url);
}

/** By the environment, where other users of the machine cannot read the password. */
function connectionOf(url: string) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const mode = searchParams.get("sslmode");
  return {
    PGHOST: searchParams.get("host") ?? hostname,
    PGPORT: port || "5432",
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(mode && { PGSSLMODE: mode }),
  };
}

function run(program: string, options: readonly string[], url: string): Promise<void> {
  const env = { ...process.env, ...connectionOf(url) };
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, { env, stdio: ["ignore", "inherit", "pipe"] });
    let told = "";
    child.stderr.on("data", (chunk: Buffer) => {
      told = (told + chunk.toString()).slice(-4000);
    });
    child.on("error", () =>
      reject(
        new FoyerError(
          "unavailable",
          `${program} was not found. Install PostgreSQL's client programs (postgresql-client), of the server's version or a later one.`,
        ),
      ),
    );
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new FoyerError("unavailable", `${program} failed: ${told.trim()}`));
    });
  });
}
