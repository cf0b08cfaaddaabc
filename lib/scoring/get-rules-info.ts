import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { getActiveRules, type RuleSet } from "#lib/scoring/active-rules.ts";
import { RECOMPUTE_JOB } from "#lib/scoring/recompute-job.ts";
import { selectFirst } from "#lib/select.ts";

const savedRow = z.object({ at: instant, by: z.string().nullable() });
const runRow = z.object({
  state: z.string(),
  done: z.int(),
  total: z.int().nullable(),
  error: z.string().nullable(),
});

/** The rules in force, who saved them when (null: Foyer's own), and the latest scoring by new rules. */
export interface RulesInfo {
  set: RuleSet;
  saved: z.output<typeof savedRow> | null;
  run: z.output<typeof runRow> | null;
}

/** What the page of the rules shows of them. */
export async function getRulesInfo(workspaceId: string): Promise<RulesInfo> {
  const [set, saved, run] = await Promise.all([
    getActiveRules(sql(), workspaceId),
    selectFirst(
      savedRow,
      Prisma.sql`SELECT r."createdAt" AS at, u.name AS by FROM score_rule_set r
        LEFT JOIN "user" u ON u.id = r."createdById"
        WHERE r."workspaceId" = ${workspaceId} ORDER BY r.version DESC LIMIT 1`,
    ),
    selectFirst(
      runRow,
      Prisma.sql`SELECT state, done, total, error FROM job
        WHERE "workspaceId" = ${workspaceId} AND name = ${RECOMPUTE_JOB}
        ORDER BY "createdAt" DESC LIMIT 1`,
    ),
  ]);
  return { set, saved, run };
}
