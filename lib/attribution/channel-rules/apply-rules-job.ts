import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { holdProjection } from "#lib/db/hold-projection.ts";
import { defineJob } from "#lib/jobs/define-job.ts";
import { loadChannelMatcher } from "./load-matcher.ts";
import { movesOf, writeChannels } from "./session-channels.ts";

export const APPLY_CHANNEL_RULES = "attribution.apply_channel_rules";

const BATCH = 1_000;

const state = z.object({ after: z.string(), done: z.number(), moved: z.number() });
const versionRow = z.object({ version: z.int().nullable(), sessions: z.int() });

/** Gives all sessions their channels by the rules in force. Each batch holds the projection for its time. */
export const applyChannelRulesJob = defineJob({
  name: APPLY_CHANNEL_RULES,
  input: z.object({}),
  async run({ workspaceId, signal, checkpoint, progress, result }) {
    const [row] = await sql().query(
      `SELECT (SELECT max("version") FROM channel_rules WHERE "workspaceId" = $1) AS version,
         (SELECT count(*)::int FROM session WHERE "workspaceId" = $1) AS sessions`,
      [workspaceId],
    );
    const { version, sessions } = versionRow.parse(row);
    const before = z
      .object({ version: z.literal(version) })
      .and(state)
      .safeParse(checkpoint);
    let at = before.success ? before.data : { after: "", done: 0, moved: 0 };
    for (;;) {
      if (signal.aborted) return;
      const step = await applyAfter(workspaceId, at.after);
      if (!step) break;
      at = { after: step.last, done: at.done + step.count, moved: at.moved + step.moved };
      await progress(at.done, Math.max(sessions, at.done), { version, ...at });
    }
    await sql().query(
      `UPDATE channel_rules SET "appliedAt" = now() WHERE "workspaceId" = $1 AND "version" = $2`,
      [workspaceId, version],
    );
    await result({ sessions: at.done, moved: at.moved });
  },
});

async function applyAfter(workspaceId: string, after: string) {
  return sql().transaction(async (tx) => {
    await holdProjection(tx, workspaceId);
    const rows = await tx.query(
      `SELECT "sid", "channel", "facts" FROM session WHERE "workspaceId" = $1 AND "sid" > $2
       ORDER BY "sid" LIMIT ${BATCH}`,
      [workspaceId, after],
    );
    if (rows.length === 0) return null;
    const { last, moves } = movesOf(rows, await loadChannelMatcher(tx, workspaceId));
    await writeChannels(tx, workspaceId, moves);
    return { last, count: rows.length, moved: moves.length };
  });
}
