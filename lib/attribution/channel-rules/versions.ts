import { z } from "zod";
import { freezeReport } from "#lib/attribution/frozen/frozen-reports.ts";
import { attributionParams, resolveAttributionQuery } from "#lib/attribution/search-params.ts";
import { db, sql } from "#lib/db/client.ts";
import { holdProjection } from "#lib/db/hold-projection.ts";
import { FoyerError } from "#lib/errors.ts";
import { startJob } from "#lib/jobs/start-job.ts";
import { APPLY_CHANNEL_RULES } from "./apply-rules-job.ts";
import { type ChannelRule, channelRuleList } from "./channel-rule.ts";

/** A version of the rules. */
export interface ChannelRulesVersion {
  version: number;
  rules: ChannelRule[];
  /** Why it was made, in words. */
  note: string | null;
  createdAt: Date;
  /** Null while past sessions are still being given their channels. */
  appliedAt: Date | null;
}

const SHOWN = 50;

/** The latest versions, newest first; the first is in force. */
export async function listChannelRules(workspaceId: string): Promise<ChannelRulesVersion[]> {
  const rows = await db().channelRules.findMany({
    where: { workspaceId },
    orderBy: { version: "desc" },
    take: SHOWN,
    select: { version: true, rules: true, note: true, createdAt: true, appliedAt: true },
  });
  return rows.map((row) => ({ ...row, rules: channelRuleList.parse(row.rules) }));
}

const versionRow = z.object({ version: z.int() });

/**
 * Puts rules in force as a new version and has the past recomputed by a job. What the last 30 days read
 * by channel until now is frozen first, to be compared with afterwards. Throws `conflict` when
 * `basedOn` (0 for none) is no longer the version in force.
 */
export async function saveChannelRules(
  { id, timezone }: { id: string; timezone: string },
  userId: string,
  rules: readonly ChannelRule[],
  basedOn: number,
  note: string | null = null,
): Promise<{ version: number; jobId: string }> {
  const query = resolveAttributionQuery(attributionParams.parse({}), timezone);
  await freezeReport(id, userId, `Before channel rules ${basedOn + 1}`, query);
  return sql().transaction(async (tx) => {
    await holdProjection(tx, id);
    const [row] = await tx.query(
      `SELECT coalesce(max("version"), 0)::int AS version FROM channel_rules WHERE "workspaceId" = $1`,
      [id],
    );
    const { version } = versionRow.parse(row);
    if (version !== basedOn) {
      throw new FoyerError(
        "conflict",
        "Somebody else changed the rules meanwhile. Load the page again and look at theirs first.",
      );
    }
    await tx.query(
      `INSERT INTO channel_rules ("workspaceId", "version", "rules", "note", "createdById")
       VALUES ($1, $2, $3::text::jsonb, $4, $5)`,
      [id, version + 1, JSON.stringify(rules), note, userId],
    );
    return {
      version: version + 1,
      jobId: await startJob(id, userId, APPLY_CHANNEL_RULES, {}, tx),
    };
  });
}
