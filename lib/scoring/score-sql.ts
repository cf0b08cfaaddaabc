import { z } from "zod";
import { now } from "#lib/clock.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import {
  DEFAULT_ORIGIN_MS,
  halfLifeMsOf,
  leastMargin,
  scoreOfMargin,
} from "#lib/scoring/score-rank.ts";
import { DEFAULT_RULES } from "#lib/scoring/score-rules.ts";

const { sql } = Prisma;

/** rankOffset of the workspace's rules, as an expression that is evaluated once per query. */
function offset(workspaceId: string, at: number): Prisma.Sql {
  return sql`coalesce(
    (SELECT (${at}::bigint - r."originMs") * 1000000 / r."halfLifeMs" FROM score_rule_set r
      WHERE r."workspaceId" = ${workspaceId} ORDER BY r.version DESC LIMIT 1),
    (${at}::bigint - ${DEFAULT_ORIGIN_MS}::bigint) * 1000000 / ${halfLifeMsOf(DEFAULT_RULES.halfLifeDays)}::bigint)`;
}

/** What `scoreColumn` reads: the rank less what time took off it. Select it AS score. */
export function scoreMargin(workspaceId: string, rank: Prisma.Sql, at = now()): Prisma.Sql {
  return sql`(${rank} - ${offset(workspaceId, at)})`;
}

/** The condition that the score is at least `score`, which the index on the rank serves. */
export function scoreAtLeast(
  workspaceId: string,
  rank: Prisma.Sql,
  score: number,
  at = now(),
): Prisma.Sql {
  if (score <= 0) return sql`true`;
  const margin = leastMargin(score);
  if (margin === null) return sql`false`;
  return sql`${rank} >= ${margin}::bigint + ${offset(workspaceId, at)}`;
}

/** A score, 0 to 100, read from `scoreMargin`: the driver gives int8 as text, a score is a number already. */
export const scoreColumn = z.preprocess(
  (value) => (typeof value === "string" ? scoreOfMargin(Number(value)) : value),
  z.int(),
);
