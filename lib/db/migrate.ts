import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Engine } from "#lib/db/sql.ts";
import { FoyerError } from "#lib/errors.ts";

/** One migration folder: its name and script. */
export interface Migration {
  name: string;
  script: string;
  /** SHA-256 of the script, as Prisma computes it. */
  checksum: string;
}

// Any fixed number: all migrators of one database meet at this advisory lock.
const LOCK = 4_839_201;

// The table as `prisma migrate` creates it, so that either tool can go on where the other stopped.
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

const appliedRow = z.object({
  migration_name: z.string(),
  checksum: z.string(),
  finished_at: z.date().nullable(),
});

/** The migrations in `folder`, in the order of their names. */
export function readMigrations(folder = join(process.cwd(), "prisma", "migrations")): Migration[] {
  // Read at run time, not bundled: the comments keep the bundler from tracing the whole project.
  if (!existsSync(/*turbopackIgnore: true*/ folder))
    throw new FoyerError("not_found", `No migrations in ${folder}.`);
  return readdirSync(/*turbopackIgnore: true*/ folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(
        /*turbopackIgnore: true*/ join(folder, name, "migration.sql"),
        "utf8",
      );
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    });
}

/**
 * Applies the migrations that are not applied yet, each with its bookkeeping in one transaction, under
 * an advisory lock, and returns their names. Throws `conflict` when an applied migration was edited
 * or when the database has one that we do not know (it is newer than this program).
 */
export async function migrate(engine: Engine, migrations = readMigrations()): Promise<string[]> {
  return engine.longTransaction(async (sql) => {
    await sql.query("SET LOCAL lock_timeout = 0");
    await sql.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    await sql.query(BOOKKEEPING);
    const rows = await sql.query(
      "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
    );
    const applied = new Map(
      rows.map((row) => appliedRow.parse(row)).map((row) => [row.migration_name, row]),
    );
    check(applied, migrations);
    const done: string[] = [];
    for (const migration of migrations) {
      if (applied.has(migration.name)) continue;
      for (const statement of statementsOf(migration.script)) await sql.query(statement);
      await sql.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), 1)`,
        [randomUUID(), migration.checksum, migration.name],
      );
      done.push(migration.name);
    }
    return done;
  });
}

function check(
  applied: Map<string, z.output<typeof appliedRow>>,
  migrations: readonly Migration[],
): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied.values()) {
    const migration = known.get(row.migration_name);
    if (!migration) {
      throw new FoyerError(
        "conflict",
        `The database has migration ${row.migration_name}, which this version does not know. Run a newer Foyer.`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new FoyerError(
        "conflict",
        `Migration ${row.migration_name} was changed after it was applied.`,
      );
    }
    if (!row.finished_at) {
      throw new FoyerError(
        "conflict",
        `Migration ${row.migration_name} failed half-way. Mend it and mark it with "prisma migrate resolve".`,
      );
    }
  }
}

/** Names of migrations that the database still lacks. */
export async function listPendingMigrations(engine: Engine): Promise<string[]> {
  const exists = await engine.query("SELECT to_regclass('_prisma_migrations')::text AS name");
  const rows =
    exists[0]?.name == null
      ? []
      : await engine.query(
          "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
        );
  const applied = new Set(rows.map((row) => z.string().parse(row.migration_name)));
  return readMigrations()
    .map((migration) => migration.name)
    .filter((name) => !applied.has(name));
}

/**
 * Splits a script at semicolons that end a line. Bodies in `$$ … $$` stay whole. Enough for our own
 * migrations, which follow that layout; a script must go through the transaction's one connection.
 */
export function statementsOf(script: string): string[] {
  const statements: string[] = [];
  let current = "";
  let quoted = false;
  for (const line of script.split("\n")) {
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) quoted = !quoted;
    current += `${line}\n`;
    if (!quoted && line.trimEnd().endsWith(";")) {
      statements.push(current);
      current = "";
    }
  }
  if (current.replace(/--.*$/gm, "").trim()) statements.push(current);
  return statements;
}
