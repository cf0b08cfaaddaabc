import { z } from "zod";
import { refreshCompanyTotals } from "#lib/companies/store-companies.ts";
import type { Sql } from "#lib/db/sql.ts";
import { getActiveRules } from "#lib/scoring/active-rules.ts";
import { scoreVisitors } from "#lib/scoring/rescore-visitors.ts";

const BATCH = 500;

const personRow = z.object({ id: z.string(), companyId: z.string().nullable() });

/**
 * Scores the people of accounts (ids of companies or visitors) anew and adds their companies up again,
 * after an outcome was recorded, taken back or moved. The caller holds the projection.
 */
export async function rescoreAccounts(
  sql: Sql,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<void> {
  if (accountIds.length === 0) return;
  const set = await getActiveRules(sql, workspaceId);
  // visitor_workspaceId_companyId_lastSeenAt_idx and the primary key.
  const rows = await sql.query(
    `SELECT v."id", v."companyId" FROM visitor v
     WHERE v."workspaceId" = $1 AND (v."companyId" = ANY ($2::text[]) OR v."id" = ANY ($2::text[]))
     ORDER BY v."id"`,
    [workspaceId, accountIds],
  );
  const people = rows.map((row) => personRow.parse(row));
  for (let i = 0; i < people.length; i += BATCH) {
    const ids = people.slice(i, i + BATCH).map(({ id }) => id);
    await scoreVisitors(sql, workspaceId, ids, set);
  }
  const companyIds = new Set(people.flatMap(({ companyId }) => companyId ?? []));
  await refreshCompanyTotals(sql, workspaceId, [...companyIds]);
}
