import type { Sql } from "#lib/db/sql.ts";

/** Lets everything be added up anew when it is next asked for. */
export async function forgetTiles(sql: Sql, workspaceId: string): Promise<void> {
  await sql.query(`DELETE FROM attribution_tile WHERE "workspaceId" = $1`, [workspaceId]);
  await sql.query(`DELETE FROM attribution_report WHERE "workspaceId" = $1`, [workspaceId]);
}
