import { recordAudit } from "#lib/audit/record.ts";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { holdProjection } from "#lib/db/hold-projection.ts";
import { FoyerError } from "#lib/errors.ts";
import { startJob } from "#lib/jobs/start-job.ts";
import { canonicalJson } from "#lib/json.ts";
import { getActiveRules, type RuleSet } from "#lib/scoring/active-rules.ts";
import { RECOMPUTE_JOB } from "#lib/scoring/recompute-job.ts";
import { halfLifeMsOf, originAfter } from "#lib/scoring/score-rank.ts";
import type { ScoreRules } from "#lib/scoring/score-rules.ts";

/** The rule set that these rules would be after `before`, from `at` on. */
export function nextRuleSet(before: RuleSet, rules: ScoreRules, at: number): RuleSet {
  const halfLifeMs = halfLifeMsOf(rules.halfLifeDays);
  return {
    version: before.version + 1,
    rules,
    halfLifeMs,
    originMs: originAfter(before, halfLifeMs, at),
  };
}

/**
 * Puts rules in force and starts the job that scores everybody by them; returns both. From the commit on
 * every projection uses them. `version` is the one that the change was made on: throws `conflict` when it
 * is no longer in force, and when nothing was changed.
 */
export async function saveRules(
  workspaceId: string,
  userId: string,
  change: { rules: ScoreRules; version: number },
): Promise<{ version: number; jobId: string }> {
  const saved = await sql().transaction(async (tx) => {
    await holdProjection(tx, workspaceId);
    const before = await getActiveRules(tx, workspaceId);
    if (before.version !== change.version) {
      throw new FoyerError(
        "conflict",
        "Somebody else changed the rules meanwhile. Load the page again to see them.",
      );
    }
    if (canonicalJson(before.rules) === canonicalJson(change.rules)) {
      throw new FoyerError("conflict", "These are the rules in force already.");
    }
    const next = nextRuleSet(before, change.rules, now());
    await tx.query(
      `INSERT INTO score_rule_set
         ("workspaceId", "version", "rules", "halfLifeMs", "originMs", "createdById")
       VALUES ($1, $2, $3::text::jsonb, $4, $5, $6)`,
      [
        workspaceId,
        next.version,
        JSON.stringify(next.rules),
        next.halfLifeMs,
        next.originMs,
        userId,
      ],
    );
    const jobId = await startJob(workspaceId, userId, RECOMPUTE_JOB, {}, tx);
    return { version: next.version, jobId };
  });
  await recordAudit(workspaceId, userId, "score_rules.changed", String(saved.version));
  return saved;
}
