import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { getActiveRules, type RuleSet } from "#lib/scoring/active-rules.ts";
import { type CompanyTraits, isSameFit } from "#lib/scoring/fit.ts";
import { loadStoredTraits, type StoredTraits } from "#lib/scoring/load-traits.ts";
import { rankOfTraits } from "#lib/scoring/rank-visitors.ts";

const BATCH = 500;

const idRow = z.object({ id: z.string() });

/** A company whose size, industry or country is another than before. */
export interface ChangedCompany {
  id: string;
  before: CompanyTraits;
  after: CompanyTraits;
}

/**
 * Scores the people of companies anew whose traits changed so that their fit is another. Returns the ids
 * of those companies. The caller holds the projection.
 */
export async function rescoreCompanies(
  sql: Sql,
  workspaceId: string,
  changed: readonly ChangedCompany[],
): Promise<string[]> {
  if (changed.length === 0) return [];
  const set = await getActiveRules(sql, workspaceId);
  const ids = changed
    .filter(({ before, after }) => !isSameFit(set.rules.fit, before, after))
    .map(({ id }) => id);
  if (ids.length === 0) return [];
  // visitor_workspaceId_companyId_lastSeenAt_idx.
  const rows = await sql.query(
    `SELECT v."id" FROM visitor v
     WHERE v."workspaceId" = $1 AND v."companyId" = ANY ($2::text[]) ORDER BY v."id"`,
    [workspaceId, ids],
  );
  const visitorIds = rows.map((row) => idRow.parse(row).id);
  for (let i = 0; i < visitorIds.length; i += BATCH) {
    await scoreVisitors(sql, workspaceId, visitorIds.slice(i, i + BATCH), set);
  }
  return ids;
}

/** Scores stored visitors anew: two statements for any number of them. The caller holds the projection. */
export async function scoreVisitors(
  sql: Sql,
  workspaceId: string,
  visitorIds: readonly string[],
  set: RuleSet,
): Promise<void> {
  if (visitorIds.length === 0) return;
  const where = `x."id" = ANY ($3::text[])`;
  await writeScores(
    sql,
    workspaceId,
    set,
    await loadStoredTraits(sql, workspaceId, set, where, [visitorIds]),
  );
}

/**
 * Scores the next visitors, in the order of their ids, that were not scored by this rule set yet. Returns
 * the last id it looked at; null when there is none left.
 */
export async function scoreNextVisitors(
  sql: Sql,
  workspaceId: string,
  set: RuleSet,
  after: string,
  limit = BATCH,
): Promise<{ last: string | null; seen: number }> {
  const rows = await sql.query(
    `SELECT v."id", v."scoreVersion" <> $4 AS stale FROM visitor v
     WHERE v."workspaceId" = $1 AND v."id" > $2 ORDER BY v."id" LIMIT $3`,
    [workspaceId, after, limit, set.version],
  );
  const found = rows.map((row) => idRow.extend({ stale: z.boolean() }).parse(row));
  const stale = found.filter((one) => one.stale).map(({ id }) => id);
  await scoreVisitors(sql, workspaceId, stale, set);
  return { last: found.at(-1)?.id ?? null, seen: found.length };
}

async function writeScores(
  sql: Sql,
  workspaceId: string,
  set: RuleSet,
  visitors: readonly StoredTraits[],
): Promise<void> {
  const scores = visitors.map((traits) => ({ id: traits.id, ...rankOfTraits(set, traits) }));
  // Rows that stay as they are are not written: each write touches every index of the table.
  await sql.run(
    `UPDATE visitor v SET "scoreRank" = x."scoreRank", "scoreVersion" = x."scoreVersion"
     FROM jsonb_to_recordset($2::text::jsonb) AS x("id" text, "scoreRank" bigint, "scoreVersion" int)
     WHERE v."workspaceId" = $1 AND v."id" = x."id"
       AND (v."scoreRank", v."scoreVersion") IS DISTINCT FROM (x."scoreRank", x."scoreVersion")`,
    [workspaceId, JSON.stringify(scores)],
  );
}
