import { expect, test } from "vitest";
import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { listPendingMigrations, migrate, readMigrations } from "#lib/db/migrate.ts";
import { diffSchema } from "#scripts/schema-diff.ts";
import { engineKind, withTestDatabase } from "#test/database.ts";

withTestDatabase();

// Not a tenant's: people and their sign-ins, the workspaces themselves, the bookkeeping of migrations
// and of what is done every so often.
const GLOBAL_TABLES = [
  "_prisma_migrations",
  "auth_session",
  "periodic_task",
  "rate_limit",
  "sign_in_token",
  "user",
  "workspace",
];

test("workspaceId comes first in every primary key and unique index of a tenant's table", async () => {
  const rows = await sql().query(`
    SELECT t.relname AS "table", i.relname AS "index", a.attname AS "firstColumn"
    FROM pg_index x
    JOIN pg_class t ON t.oid = x.indrelid
    JOIN pg_class i ON i.oid = x.indexrelid
    JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
    WHERE x.indisunique OR x.indisprimary`);
  const indexes = z
    .array(z.object({ table: z.string(), index: z.string(), firstColumn: z.string() }))
    .parse(rows);
  const tenant = indexes.filter((index) => !GLOBAL_TABLES.includes(index.table));
  expect(tenant.length).toBeGreaterThan(20);
  expect(tenant.filter((index) => index.firstColumn !== "workspaceId")).toEqual([]);
});

test("every table has a primary key", async () => {
  const rows = await sql().query(`
    SELECT t.relname FROM pg_class t
    JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
    WHERE t.relkind = 'r'
      AND NOT EXISTS (SELECT 1 FROM pg_index x WHERE x.indrelid = t.oid AND x.indisprimary)`);
  expect(rows).toEqual([]);
});

test.runIf(engineKind === "embedded")(
  "the migrations produce exactly the Prisma schema",
  async () => {
    expect(await diffSchema()).toBe("");
  },
);

test("migrating again changes nothing, and an edited migration is refused", async () => {
  expect(await migrate(sql())).toEqual([]);
  expect(await listPendingMigrations(sql())).toEqual([]);
  const edited = readMigrations().map((one) => ({ ...one, checksum: "0".repeat(64) }));
  await expect(migrate(sql(), edited)).rejects.toThrow("was changed after it was applied");
  await expect(migrate(sql(), [])).rejects.toThrow("does not know");
});
