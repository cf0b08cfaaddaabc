import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { rescoreAccounts } from "#lib/scoring/rescore-accounts.ts";

const CARRIED = ["note", "task", "lead_change", "outcome"] as const;

const lead = z.object({
  ownerId: z.string().nullable(),
  status: z.string(),
  updatedAt: z.string(),
});

/** What the team had written on a visitor before a merge, by id: enough to give it back. */
export const keptRecords = z.object({
  lead: lead.nullable(),
  /** True when the other visitor had an owner and status of its own. */
  otherHasLead: z.boolean(),
  tagIds: z.array(z.string()),
  /** Tags that the other visitor had already. */
  otherTagIds: z.array(z.string()),
  rows: z.partialRecord(z.enum(CARRIED), z.array(z.string())),
});

export type KeptRecords = z.output<typeof keptRecords>;

/** Notes down what the team has written on `visitorId`, which is about to be merged into `otherId`. */
export async function noteRecords(
  sql: Sql,
  workspaceId: string,
  visitorId: string,
  otherId: string,
): Promise<KeptRecords> {
  const carried = CARRIED.map(
    (
      table,
    ) => `'${table}', (SELECT coalesce(jsonb_agg(t."id" ORDER BY t."id"), '[]') FROM ${table} t
      WHERE t."workspaceId" = $1 AND t."visitorId" = $2)`,
  );
  const tags = (place: string) => `(SELECT coalesce(jsonb_agg(t."tagId" ORDER BY t."tagId"), '[]')
    FROM visitor_tag t WHERE t."workspaceId" = $1 AND t."visitorId" = ${place})`;
  const [row] = await sql.query(
    `SELECT (SELECT jsonb_build_object('ownerId', l."ownerId", 'status', l."status",
          'updatedAt', l."updatedAt") FROM lead l
        WHERE l."workspaceId" = $1 AND l."visitorId" = $2) AS lead,
      EXISTS (SELECT 1 FROM lead l WHERE l."workspaceId" = $1 AND l."visitorId" = $3) AS "otherHasLead",
      ${tags("$2")} AS "tagIds", ${tags("$3")} AS "otherTagIds",
      jsonb_build_object(${carried.join(", ")}) AS rows`,
    [workspaceId, visitorId, otherId],
  );
  return keptRecords.parse(row);
}

/**
 * Gives a visitor back what it had before it was merged: notes, tasks, outcomes and history wherever they are now,
 * tags, owner and status. What the team wrote since the merge stays with the other; so do its tags and its
 * owner and status where it had them before, or where they were changed since.
 */
export async function returnRecords(
  sql: Sql,
  workspaceId: string,
  kept: KeptRecords,
  visitorId: string,
  otherId: string,
): Promise<void> {
  for (const table of CARRIED) {
    await sql.query(
      `UPDATE ${table} SET "visitorId" = $2
       WHERE "workspaceId" = $1 AND "id" = ANY($3::text[]) AND "visitorId" IS NOT NULL`,
      [workspaceId, visitorId, kept.rows[table] ?? []],
    );
  }
  if (kept.rows.outcome?.length) {
    await rescoreAccounts(sql, workspaceId, [visitorId, otherId]);
  }
  await sql.query(
    `INSERT INTO visitor_tag ("workspaceId", "visitorId", "tagId")
     SELECT $1, $2, t."id" FROM tag t WHERE t."workspaceId" = $1 AND t."id" = ANY($3::text[])
     ON CONFLICT DO NOTHING`,
    [workspaceId, visitorId, kept.tagIds],
  );
  await sql.query(
    `DELETE FROM visitor_tag WHERE "workspaceId" = $1 AND "visitorId" = $2 AND "tagId" = ANY($3::text[])`,
    [workspaceId, otherId, kept.tagIds.filter((id) => !kept.otherTagIds.includes(id))],
  );
  if (!kept.lead) return;
  const values = [workspaceId, kept.lead.ownerId, kept.lead.status, kept.lead.updatedAt];
  await sql.query(
    `INSERT INTO lead ("workspaceId", "ownerId", "status", "updatedAt", "visitorId")
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [...values, visitorId],
  );
  if (kept.otherHasLead) return;
  await sql.query(
    `DELETE FROM lead WHERE "workspaceId" = $1 AND "ownerId" IS NOT DISTINCT FROM $2 AND "status" = $3
       AND "updatedAt" = $4 AND "visitorId" = $5`,
    [...values, otherId],
  );
}
