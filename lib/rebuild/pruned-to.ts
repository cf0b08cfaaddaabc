import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";

const row = z.object({ visitsTo: z.string() });

/** Up to which delivery visits were pruned: until there bodies say less than they did. */
export async function prunedTo(sql: Sql, workspaceId: string): Promise<string> {
  const [found] = await sql.query(
    `SELECT "visitsTo" FROM privacy_settings WHERE "workspaceId" = $1`,
    [workspaceId],
  );
  return found ? row.parse(found).visitsTo : "";
}
