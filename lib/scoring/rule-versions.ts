import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { describeChange } from "#lib/scoring/describe-change.ts";
import { DEFAULT_RULES, type ScoreRules, scoreRules } from "#lib/scoring/score-rules.ts";
import { selectRows } from "#lib/select.ts";

const PAGE = 10;

const versionRow = z.object({
  version: z.int(),
  rules: scoreRules,
  at: instant,
  by: z.string().nullable(),
});

/** One version of the rules; version 0 is Foyer's own, nobody's and of no time. */
export interface RuleVersion {
  version: number;
  at: string | null;
  by: string | null;
  /** What it made other than the version before. */
  changes: string[];
}

/** Versions of the rules, newest first, ten at a time; `nextBefore` asks for the older ones. */
export async function listRuleVersions(
  workspaceId: string,
  before = 2_147_483_647,
): Promise<{ versions: RuleVersion[]; nextBefore: number | null }> {
  // By the primary key; one more than is shown, to compare the last with.
  const rows = await selectRows(
    versionRow,
    Prisma.sql`SELECT r.version, r.rules, r."createdAt" AS at, u.name AS by FROM score_rule_set r
      LEFT JOIN "user" u ON u.id = r."createdById"
      WHERE r."workspaceId" = ${workspaceId} AND r.version < ${before}
      ORDER BY r.version DESC LIMIT ${PAGE + 1}`,
  );
  const versions = rows.slice(0, PAGE).map(
    ({ version, rules, at, by }, place): RuleVersion => ({
      version,
      at,
      by,
      changes: describeChange(rows[place + 1]?.rules ?? DEFAULT_RULES, rules),
    }),
  );
  const hasMore = rows.length > PAGE;
  if (!hasMore) versions.push({ version: 0, at: null, by: null, changes: [] });
  return { versions, nextBefore: hasMore ? (versions.at(-1)?.version ?? null) : null };
}

/** The rules of a version; null when there is none. */
export async function getRuleVersion(
  workspaceId: string,
  version: number,
): Promise<ScoreRules | null> {
  if (version === 0) return DEFAULT_RULES;
  const [row] = await sql().query(
    `SELECT rules FROM score_rule_set WHERE "workspaceId" = $1 AND version = $2`,
    [workspaceId, version],
  );
  return row ? z.object({ rules: scoreRules }).parse(row).rules : null;
}
