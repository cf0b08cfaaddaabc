import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { DEFAULT_ORIGIN_MS, halfLifeMsOf, type RankScale } from "#lib/scoring/score-rank.ts";
import { DEFAULT_RULES, type ScoreRules, scoreRules } from "#lib/scoring/score-rules.ts";

/** A version of a workspace's rules. */
export interface RuleSet extends RankScale {
  version: number;
  rules: ScoreRules;
}

/** What a workspace has before it makes rules of its own. */
export const DEFAULT_RULE_SET: RuleSet = {
  version: 0,
  rules: DEFAULT_RULES,
  halfLifeMs: halfLifeMsOf(DEFAULT_RULES.halfLifeDays),
  originMs: DEFAULT_ORIGIN_MS,
};

const row = z.object({
  version: z.int(),
  rules: scoreRules,
  halfLifeMs: z.string().transform(Number),
  originMs: z.string().transform(Number),
});

/** The rules in force. */
export async function getActiveRules(sql: Sql, workspaceId: string): Promise<RuleSet> {
  const [found] = await sql.query(
    `SELECT "version", "rules", "halfLifeMs", "originMs" FROM score_rule_set
     WHERE "workspaceId" = $1 ORDER BY "version" DESC LIMIT 1`,
    [workspaceId],
  );
  return found ? row.parse(found) : DEFAULT_RULE_SET;
}
