import type { Sql } from "#lib/db/sql.ts";
import type { RuleSet } from "#lib/scoring/active-rules.ts";
import { fitOf } from "#lib/scoring/fit.ts";
import { intentParts } from "#lib/scoring/intent.ts";
import { loadTraits, type ScoreSubject, type ScoreTraits } from "#lib/scoring/load-traits.ts";
import { outcomeParts, outcomeWeight, weighEarned } from "#lib/scoring/outcome-effect.ts";
import { NO_RANK, rankOf } from "#lib/scoring/score-rank.ts";

/** What a visitor's row holds of its score. */
export interface StoredScore {
  scoreRank: number;
  scoreVersion: number;
}

/** The rank of a visitor by a rule set: a function of the two alone. */
export function rankOfTraits(set: RuleSet, traits: ScoreTraits): StoredScore {
  const { rules, version } = set;
  const parts = [...intentParts(rules.intent, traits), ...outcomeParts(rules.outcomes, traits)];
  const earned = weighEarned(outcomeWeight(rules.outcomes, traits), parts);
  const fit = fitOf(rules.fit, traits);
  return { scoreRank: rankOf(earned, fit, rules.midpoint, set), scoreVersion: version };
}

/**
 * The ranks of visitors by the rules in force, for their rows to be written with: one statement for any
 * number of them. Their sessions, page views and companies are stored; the caller holds the projection.
 */
export async function rankVisitors(
  sql: Sql,
  workspaceId: string,
  set: RuleSet,
  subjects: readonly ScoreSubject[],
): Promise<(id: string) => StoredScore> {
  const traits = subjects.length > 0 ? await loadTraits(sql, workspaceId, set, subjects) : null;
  return (id) => {
    const known = traits?.get(id);
    return known ? rankOfTraits(set, known) : { scoreRank: NO_RANK, scoreVersion: set.version };
  };
}
