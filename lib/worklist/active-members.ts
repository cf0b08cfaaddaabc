import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";

const memberRow = z.object({ userId: z.string() });

/** The members who can sign in. */
export async function listActiveMembers(sql: Sql, workspaceId: string): Promise<Set<string>> {
  const rows = await sql.query(
    `SELECT m."userId" FROM membership m JOIN "user" u ON u.id = m."userId"
     WHERE m."workspaceId" = $1 AND u."disabledAt" IS NULL`,
    [workspaceId],
  );
  return new Set(rows.map((row) => memberRow.parse(row).userId));
}
