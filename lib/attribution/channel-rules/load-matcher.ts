import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { type ChannelMatcher, channelMatcher, channelRuleList } from "./channel-rule.ts";

const rulesRow = z.object({ rules: channelRuleList });

/** The rules in force, ready; undefined for a workspace that has none of its own. */
export async function loadChannelMatcher(
  sql: Sql,
  workspaceId: string,
): Promise<ChannelMatcher | undefined> {
  const [row] = await sql.query(
    `SELECT "rules" FROM channel_rules WHERE "workspaceId" = $1 ORDER BY "version" DESC LIMIT 1`,
    [workspaceId],
  );
  if (!row) return undefined;
  const { rules } = rulesRow.parse(row);
  return rules.length === 0 ? undefined : channelMatcher(rules);
}
