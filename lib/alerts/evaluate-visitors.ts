import { alertItem } from "#lib/alerts/alert.ts";
import type { Candidate } from "#lib/alerts/candidate.ts";
import { decide } from "#lib/alerts/cooldown.ts";
import { loadHistory, recordDecided, withoutKnown } from "#lib/alerts/fired.ts";
import { listEnabledRules } from "#lib/alerts/get-rules.ts";
import { loadCandidates } from "#lib/alerts/load-candidates.ts";
import { type MatchContext, matchesOf } from "#lib/alerts/match.ts";
import { FRESH_MS } from "#lib/alerts/queue-visitors.ts";
import { readWorkspace } from "#lib/alerts/read-workspace.ts";
import { listReachable } from "#lib/alerts/recipients.ts";
import type { AlertRule } from "#lib/alerts/rule.ts";
import { tell } from "#lib/alerts/tell.ts";
import { now } from "#lib/clock.ts";
import type { Sql } from "#lib/db/sql.ts";
import { getActiveRules } from "#lib/scoring/active-rules.ts";
import { scoreAt } from "#lib/scoring/score-rank.ts";

/**
 * Holds visitors of a workspace against its rules within the caller's transaction: what fires is written
 * down and told. Returns the ids of the members who have a notification. Doing it again fires nothing.
 */
export async function evaluateVisitors(
  tx: Sql,
  workspaceId: string,
  visitorIds: readonly string[],
): Promise<string[]> {
  // One evaluation of a workspace at a time: cooldowns are about what others have just fired.
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 1))", [workspaceId]);
  const rules = await listEnabledRules(tx, workspaceId);
  if (rules.length === 0) return [];
  const since = now() - FRESH_MS;
  const candidates = await loadCandidates(tx, workspaceId, visitorIds, since);
  const scale = await getActiveRules(tx, workspaceId);
  const score: MatchContext["scoreAt"] = (rank, at) => scoreAt(rank, scale, at);
  const told = new Set<string>();
  for (const rule of rules) {
    for (const userId of await evaluateRule(tx, rule, candidates, since, score)) told.add(userId);
  }
  return [...told];
}

async function evaluateRule(
  tx: Sql,
  rule: AlertRule,
  candidates: readonly Candidate[],
  since: number,
  score: MatchContext["scoreAt"],
): Promise<string[]> {
  const from = Math.max(since, Date.parse(rule.enabledAt ?? ""));
  const context = { ownerId: rule.ownerId, scoreAt: score };
  const found = candidates.flatMap((candidate) =>
    matchesOf(rule.conditions, candidate, context)
      .filter(({ at }) => at >= from)
      .map((match) => ({ candidate, match })),
  );
  const fresh = await withoutKnown(tx, rule, found);
  if (fresh.length === 0) return [];
  const history = await loadHistory(tx, rule, fresh);
  const written = await recordDecided(tx, rule, decide(fresh, rule.cooldownMinutes, history));
  const fired = written.filter(({ state }) => state === "fired");
  if (fired.length === 0 || rule.delivery !== "instant") return [];
  const tellings = fired.map(({ candidate, match }) => ({
    item: alertItem(candidate, match.why, match.at),
    leadOwnerId: candidate.ownerId,
  }));
  const workspace = await readWorkspace(tx, rule.workspaceId);
  const members = await listReachable(tx, rule.workspaceId);
  return tell(tx, rule, workspace, tellings, "instant", members);
}
