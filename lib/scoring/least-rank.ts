import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { getActiveRules } from "#lib/scoring/active-rules.ts";
import { leastMargin, NO_RANK, rankOffset } from "#lib/scoring/score-rank.ts";

/**
 * The least rank that shows at least `score` at a time (now). With the number in the query, rather than the
 * expression that `scoreAtLeast` is, the planner knows how few or many it lets through.
 */
export async function getLeastRank(
  workspaceId: string,
  score: number,
  at = now(),
): Promise<number> {
  if (score <= 0) return NO_RANK;
  const margin = leastMargin(score);
  if (margin === null) return Number.MAX_SAFE_INTEGER;
  return margin + rankOffset(await getActiveRules(sql(), workspaceId), at);
}
