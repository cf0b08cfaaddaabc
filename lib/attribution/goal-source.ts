/** How SQL finds the conversions of a goal and the sessions that may be their touches. */
export interface GoalSource {
  /**
   * A relation named `g` over the workspace `$1` and the goal `$2`: `workspaceId, subject, visitorId,
   * companyId, goal, reachedAt, amount, currency`. `subject` tells its conversions apart.
   */
  relation: string;
  /** The condition by which a session `s` belongs to whoever converted in `g`. */
  ownSession: string;
  /** The condition by which a visitor `v` is, or now belongs to, whoever converted in `g`. */
  ownVisitor: string;
  /** The condition by which the visitor of a session `s` never reached the goal. */
  neverReached: string;
}

// A visitor converts once, when the stage (or the page) is first reached.
const STAGE: GoalSource = {
  relation: `(SELECT "workspaceId", "visitorId" AS subject, "visitorId", NULL::text AS "companyId", goal,
      "reachedAt", NULL::text AS amount, NULL::text AS currency FROM stage_reached
      WHERE "workspaceId" = $1 AND goal = $2) AS g`,
  ownSession: `s."visitorId" = g."visitorId"`,
  ownVisitor: `v.id = g."visitorId"`,
  neverReached: `NOT EXISTS (SELECT 1 FROM stage_reached g WHERE g."workspaceId" = s."workspaceId"
      AND g."visitorId" = s."visitorId" AND g.goal = $2)`,
};

// All who now belong to the account: those of the company, or the visitor without one.
const ACCOUNT_VISITORS = `ANY (ARRAY(
      SELECT m.id FROM visitor m WHERE m."workspaceId" = $1 AND m."companyId" = g."companyId"
      UNION ALL SELECT g."visitorId" WHERE g."companyId" IS NULL))`;

// An account (a company, or a visitor without one) converts once per status, with its first outcome of
// that status. The money of all its outcomes of the status is its value: in the currency of the first
// one that names an amount; sums of different currencies would be no number.
const OUTCOME: GoalSource = {
  relation: `(SELECT o."workspaceId", coalesce(o."companyId", o."visitorId") AS subject, o."visitorId",
      o."companyId", $2 AS goal, o."reachedAt", m.amount, m.currency
    FROM (SELECT "workspaceId", "companyId", "visitorId", min("at") AS "reachedAt" FROM outcome
      WHERE "workspaceId" = $1 AND status = substr($2, 9) GROUP BY 1, 2, 3) o
    LEFT JOIN LATERAL (
      SELECT a.currency, sum(a."amountMinor")::text AS amount FROM outcome a
      WHERE a."workspaceId" = $1 AND a.status = substr($2, 9) AND a.currency IS NOT NULL
        AND a."companyId" IS NOT DISTINCT FROM o."companyId"
        AND a."visitorId" IS NOT DISTINCT FROM o."visitorId"
      GROUP BY a.currency ORDER BY min(a."at"), a.currency LIMIT 1
    ) m ON true) AS g`,
  ownSession: `s."visitorId" = ${ACCOUNT_VISITORS}`,
  ownVisitor: `v.id = ${ACCOUNT_VISITORS}`,
  neverReached: `NOT EXISTS (SELECT 1 FROM outcome o LEFT JOIN visitor m
      ON m."workspaceId" = $1 AND m."companyId" = o."companyId"
      WHERE o."workspaceId" = $1 AND o.status = substr($2, 9)
        AND s."visitorId" = coalesce(o."visitorId", m.id))`,
};

/** True for goals that come from outcomes of accounts, which carry money. */
export function isOutcomeGoal(goal: string): boolean {
  return goal.startsWith("outcome:");
}

/** Where the conversions of a goal are. */
export function goalSource(goal: string): GoalSource {
  return isOutcomeGoal(goal) ? OUTCOME : STAGE;
}
