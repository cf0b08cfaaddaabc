import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";

const workspaceRow = z.object({ slug: z.string(), name: z.string() });

/** The name and slug of a workspace, for what is said of it. */
export async function readWorkspace(sql: Sql, workspaceId: string) {
  const [row] = await sql.query(`SELECT "slug", "name" FROM workspace WHERE "id" = $1`, [
    workspaceId,
  ]);
  return workspaceRow.parse(row);
}
