import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { getActiveRules } from "#lib/scoring/active-rules.ts";
import { explainScore, type VisitorScore } from "#lib/scoring/explain-score.ts";
import { loadStoredTraits } from "#lib/scoring/load-traits.ts";
import { scoreAt } from "#lib/scoring/score-rank.ts";

/** The score of a stored visitor at a time (now), with its reasons. `rank` is that of its row. */
export async function getScore(
  workspaceId: string,
  visitorId: string,
  rank: number,
  at = now(),
): Promise<VisitorScore> {
  const set = await getActiveRules(sql(), workspaceId);
  const where = `x."id" = $3`;
  const [traits] = await loadStoredTraits(sql(), workspaceId, set, where, [visitorId]);
  const total = scoreAt(rank, set, at);
  return traits ? explainScore(set, traits, total, at) : { total, parts: [] };
}
