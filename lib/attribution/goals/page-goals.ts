import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { type GoalKind, likePattern } from "./goal-rule.ts";

const ruleRow = z.object({
  id: z.string(),
  kind: z.enum(["page", "outlink"]),
  pattern: z.string(),
});

/** The name of a rule's goal. */
export function pageGoal(ruleId: string): string {
  return `page:${ruleId}`;
}

// A page is its path; an outgoing link is its host without `www.` and its path. Slashes at the end and
// what follows ? or # are left out of both. Rules come as JSON: $3.
const MATCHES = `(r.kind = 'page' AND p."signal" = 'pageview'
    AND rtrim(regexp_replace(p."path", '[?#].*$', ''), '/') LIKE r.pattern)
  OR (r.kind = 'outlink' AND p."outlink" IS NOT NULL
    AND rtrim(regexp_replace(regexp_replace(p."outlink", '[?#].*$', ''), '^[a-zA-Z]+://(www\\.)?', ''), '/')
      ILIKE r.pattern)`;

const FOUND = `SELECT DISTINCT ON (p."visitorId", r.id) p."visitorId", 'page:' || r.id AS goal, p."at", p."sid"
  FROM jsonb_to_recordset($3::text::jsonb) AS r(id text, kind text, pattern text)
  JOIN page_view p ON p."workspaceId" = $1 AND p."visitorId" = ANY($2::text[]) AND (${MATCHES})
  ORDER BY p."visitorId", r.id, p."at", p."sid" COLLATE "C", p."position"`;

/** A rule of a workspace with its pattern as SQL's LIKE has it. */
export interface PageGoalRule {
  id: string;
  kind: GoalKind;
  pattern: string;
}

/** The page goals that a workspace has rules for. */
export async function loadPageGoalRules(sql: Sql, workspaceId: string): Promise<PageGoalRule[]> {
  const rows = await sql.query(
    `SELECT "id", "kind", "pattern" FROM goal_rule WHERE "workspaceId" = $1`,
    [workspaceId],
  );
  return rows
    .map((row) => ruleRow.parse(row))
    .map(({ id, kind, pattern }) => ({ id, kind, pattern: likePattern(pattern) }));
}

/**
 * Brings the page goals of visitors in line with their page views, in the caller's transaction: each
 * rule is reached at the visitor's earliest matching page view or outgoing link. `eventId` of such a
 * row is the session's id.
 */
export async function storePageGoals(
  sql: Sql,
  workspaceId: string,
  visitorIds: readonly string[],
  rules: readonly PageGoalRule[],
): Promise<void> {
  if (visitorIds.length === 0 || rules.length === 0) return;
  const values = [workspaceId, visitorIds, JSON.stringify(rules)];
  await sql.run(
    `DELETE FROM stage_reached g WHERE g."workspaceId" = $1 AND g."visitorId" = ANY($2::text[])
       AND g."goal" LIKE 'page:%' AND NOT EXISTS (
         SELECT 1 FROM (${FOUND}) f WHERE f."visitorId" = g."visitorId" AND f.goal = g."goal")`,
    values,
  );
  await sql.run(
    `INSERT INTO stage_reached AS g ("workspaceId", "visitorId", "goal", "reachedAt", "eventId")
     SELECT $1, f."visitorId", f.goal, f."at", f."sid" FROM (${FOUND}) f
     ON CONFLICT ("workspaceId", "visitorId", "goal") DO UPDATE
     SET "reachedAt" = EXCLUDED."reachedAt", "eventId" = EXCLUDED."eventId"
     WHERE (g."reachedAt", g."eventId") IS DISTINCT FROM (EXCLUDED."reachedAt", EXCLUDED."eventId")`,
    values,
  );
}
