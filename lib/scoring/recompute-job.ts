import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { defineJob } from "#lib/jobs/define-job.ts";
import { recomputeScores, recomputeState } from "#lib/scoring/recompute-scores.ts";

export const RECOMPUTE_JOB = "scores.recompute";

/** Scores everybody by the rules in force, after they changed. */
export const recomputeJob = defineJob({
  name: RECOMPUTE_JOB,
  input: z.object({}),
  async run({ workspaceId, checkpoint, progress }) {
    const from = recomputeState.safeParse(checkpoint);
    await recomputeScores(
      workspaceId,
      (state, total) => progress(state.done, total, state),
      from.success ? from.data : undefined,
    );
  },
});

const idRow = z.object({ id: z.string() });

/** The latest recompute of a workspace that is not finished; null when there is none. */
export async function findRecompute(workspaceId: string): Promise<string | null> {
  const [row] = await sql().query(
    `SELECT "id" FROM job WHERE "workspaceId" = $1 AND "name" = $2 AND "finishedAt" IS NULL
     ORDER BY "createdAt" DESC LIMIT 1`,
    [workspaceId, RECOMPUTE_JOB],
  );
  return row ? idRow.parse(row).id : null;
}
