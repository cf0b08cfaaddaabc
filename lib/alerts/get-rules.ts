import { type AlertRule, ruleRow } from "#lib/alerts/rule.ts";
import type { Sql } from "#lib/db/sql.ts";

const SELECT = `
  SELECT r."workspaceId", r."id", r."name", r."ownerId", r."conditions", r."audience", r."memberIds",
    r."delivery", r."digestHour", r."timezone", r."cooldownMinutes", r."enabledAt",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c."id", 'kind', c."kind", 'url', c."url",
        'hint', c."hint") ORDER BY c."kind"), '[]')
      FROM alert_channel c WHERE c."workspaceId" = r."workspaceId" AND c."ruleId" = r."id") AS channels
  FROM alert_rule r
  WHERE r."workspaceId" = $1`;

// A personal rule is silent when its person has left or is disabled.
const OWNER_IS_HERE = `(r."ownerId" IS NULL OR EXISTS (
  SELECT 1 FROM membership m JOIN "user" u ON u."id" = m."userId" AND u."disabledAt" IS NULL
  WHERE m."workspaceId" = r."workspaceId" AND m."userId" = r."ownerId"))`;

/** The rules of a workspace that fire. */
export async function listEnabledRules(sql: Sql, workspaceId: string): Promise<AlertRule[]> {
  const rows = await sql.query(
    `${SELECT} AND r."enabledAt" IS NOT NULL AND ${OWNER_IS_HERE} ORDER BY r."id"`,
    [workspaceId],
  );
  return rows.map((row) => ruleRow.parse(row));
}

/** One rule, whoever's it is; null when there is none of that id. */
export async function getRule(
  sql: Sql,
  workspaceId: string,
  id: string,
): Promise<AlertRule | null> {
  const [row] = await sql.query(`${SELECT} AND r."id" = $2`, [workspaceId, id]);
  return row ? ruleRow.parse(row) : null;
}
