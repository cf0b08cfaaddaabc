import type { Sql } from "#lib/db/sql.ts";
import { moveWorkItems } from "#lib/worklist/move-work-items.ts";

/** Tables whose rows stand for themselves and simply go over to the successor. */
const CARRIED = ["note", "task", "lead_change"] as const;

/**
 * Moves what the team wrote on visitors that no longer exist (owner and status with their history,
 * notes, tasks, tags) to the visitors that took over their events. Where both have an owner and status,
 * the successor's stay.
 */
export async function moveTeamRecords(
  sql: Sql,
  workspaceId: string,
  successors: readonly { from: string; to: string }[],
): Promise<void> {
  if (successors.length === 0) return;
  const values = [workspaceId, JSON.stringify(successors)];
  const moved = `jsonb_to_recordset($2::text::jsonb) AS x("from" text, "to" text)`;
  await sql.run(
    `INSERT INTO lead ("workspaceId", "visitorId", "ownerId", "status", "updatedAt")
     SELECT DISTINCT ON (x."to") $1, x."to", l."ownerId", l."status", l."updatedAt"
     FROM ${moved} JOIN lead l ON l."workspaceId" = $1 AND l."visitorId" = x."from"
     ORDER BY x."to", l."updatedAt" DESC
     ON CONFLICT DO NOTHING`,
    values,
  );
  await sql.run(
    `INSERT INTO visitor_tag ("workspaceId", "visitorId", "tagId")
     SELECT $1, x."to", t."tagId" FROM ${moved}
     JOIN visitor_tag t ON t."workspaceId" = $1 AND t."visitorId" = x."from"
     ON CONFLICT DO NOTHING`,
    values,
  );
  for (const table of CARRIED) {
    await sql.run(
      `UPDATE ${table} t SET "visitorId" = x."to" FROM ${moved}
       WHERE t."workspaceId" = $1 AND t."visitorId" = x."from"`,
      values,
    );
  }
  for (const table of ["lead", "visitor_tag"]) {
    await sql.run(
      `DELETE FROM ${table} t USING ${moved} WHERE t."workspaceId" = $1 AND t."visitorId" = x."from"`,
      values,
    );
  }
  await moveWorkItems(sql, workspaceId, successors);
}
