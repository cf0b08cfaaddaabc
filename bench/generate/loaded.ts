import { sql } from "#lib/db/client.ts";
import type { Sql } from "#lib/db/sql.ts";

/** Notes in a database that filling the workspace has come to its end. */
export async function markLoaded(on: Sql, workspaceId: string): Promise<void> {
  await on.query("CREATE SCHEMA IF NOT EXISTS bench");
  await on.query(
    `CREATE UNLOGGED TABLE bench.loaded AS SELECT '${workspaceId}'::text AS "workspaceId"`,
  );
}

/**
 * The workspace that a former run has filled in the open database; null when it did not come to the end, or when the
 * server was killed since: that empties unlogged tables, this one's mark among them.
 */
export async function findLoaded(): Promise<string | null> {
  const [table] = await sql().query("SELECT to_regclass('bench.loaded') IS NOT NULL AS is");
  if (table?.is !== true) return null;
  const [row] = await sql().query(`SELECT "workspaceId" FROM bench.loaded`);
  return row ? String(row.workspaceId) : null;
}
