import type { Sql } from "#lib/db/sql.ts";

/**
 * Waits for the right to write the projected tables of a workspace and holds it until the caller's
 * transaction ends: one writer at a time, over all processes, since what it reads it also decides on.
 */
export async function holdProjection(sql: Sql, workspaceId: string): Promise<void> {
  await sql.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [workspaceId]);
}
