import type { Sql } from "#lib/db/sql.ts";
import { rescoreAccounts } from "#lib/scoring/rescore-accounts.ts";

/**
 * Moves items and outcomes of visitors that are no more to those that took over from them. Where both
 * have an item, the successor's stays; every outcome is kept and counts in the successor's score.
 */
export async function moveWorkItems(
  sql: Sql,
  workspaceId: string,
  successors: readonly { from: string; to: string }[],
): Promise<void> {
  if (successors.length === 0) return;
  const values = [workspaceId, JSON.stringify(successors)];
  const moved = `jsonb_to_recordset($2::text::jsonb) AS x("from" text, "to" text)`;
  await sql.run(
    `UPDATE work_item w SET "accountId" = m."to" FROM (
       SELECT DISTINCT ON (x."to") x."from", x."to" FROM ${moved}
       JOIN work_item f ON f."workspaceId" = $1 AND f."accountId" = x."from"
       ORDER BY x."to", f."updatedAt" DESC
     ) m
     WHERE w."workspaceId" = $1 AND w."accountId" = m."from" AND NOT EXISTS (
       SELECT 1 FROM work_item t WHERE t."workspaceId" = $1 AND t."accountId" = m."to")`,
    values,
  );
  await sql.run(
    `DELETE FROM work_item w USING ${moved} WHERE w."workspaceId" = $1 AND w."accountId" = x."from"`,
    values,
  );
  const outcomes = await sql.query(
    `UPDATE outcome o SET "visitorId" = x."to" FROM ${moved}
     WHERE o."workspaceId" = $1 AND o."visitorId" = x."from" RETURNING o."visitorId" AS id`,
    values,
  );
  // The successors were scored without them.
  await rescoreAccounts(sql, workspaceId, [...new Set(outcomes.map(({ id }) => String(id)))]);
}

/**
 * Hands the items of visitors of whom a company has become known to that company, unless it has one. Its
 * outcomes stay with the person. `visitorIds` null: all of them.
 */
export async function handItemsToCompanies(
  sql: Sql,
  workspaceId: string,
  visitorIds: readonly string[] | null,
): Promise<void> {
  const chosen = visitorIds === null ? "" : `AND w."accountId" = ANY($2::text[])`;
  await sql.run(
    `UPDATE work_item w SET "accountId" = m."companyId", "kind" = 'company' FROM (
       SELECT DISTINCT ON (v."companyId") w."accountId", v."companyId" FROM work_item w
       JOIN visitor v ON v."workspaceId" = $1 AND v."id" = w."accountId"
       WHERE w."workspaceId" = $1 AND w."kind" = 'visitor' AND v."companyId" IS NOT NULL ${chosen}
       ORDER BY v."companyId", w."updatedAt" DESC
     ) m
     WHERE w."workspaceId" = $1 AND w."accountId" = m."accountId" AND NOT EXISTS (
       SELECT 1 FROM work_item t WHERE t."workspaceId" = $1 AND t."accountId" = m."companyId")`,
    visitorIds === null ? [workspaceId] : [workspaceId, visitorIds],
  );
}
