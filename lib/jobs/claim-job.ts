import { z } from "zod";
import { sql } from "#lib/db/client.ts";

/** How long a worker that went silent keeps its job. */
export const LEASE_SECONDS = 30;
/** A job whose attempts all broke off is given up: it may be what broke them. */
export const MAX_ATTEMPTS = 4;

const claimed = z.object({
  workspaceId: z.string(),
  id: z.string(),
  name: z.string(),
  input: z.json(),
  checkpoint: z.json().nullable(),
  userId: z.string().nullable(),
  attempts: z.int(),
  generation: z.int(),
  done: z.int(),
  total: z.int().nullable(),
});

/** A job that this worker holds until its lease runs out by the database's clock. */
export type ClaimedJob = z.output<typeof claimed>;

// job_finishedAt_availableAt_idx: what is not finished is few, and comes in order. The columns keep whole
// milliseconds, rounded: without one more, a job that was just started might not be there yet.
const CLAIM = `
  UPDATE job j
  SET "state" = 'running', "leasedUntil" = now() + make_interval(secs => ${LEASE_SECONDS}),
    "generation" = j."generation" + 1, "attempts" = j."attempts" + 1,
    "startedAt" = coalesce(j."startedAt", now())
  FROM (
    SELECT "workspaceId", "id" FROM job
    WHERE "finishedAt" IS NULL AND "availableAt" <= now() + interval '1 ms'
      AND ("leasedUntil" IS NULL OR "leasedUntil" < now())
    ORDER BY "availableAt", "id" LIMIT 1
    FOR UPDATE SKIP LOCKED
  ) free
  WHERE j."workspaceId" = free."workspaceId" AND j."id" = free."id"
  RETURNING j.*`;

/** Takes the job that has waited longest, also one whose worker died; null when there is none. */
export async function claimJob(): Promise<ClaimedJob | null> {
  const [row] = await sql().query(CLAIM);
  return row ? claimed.parse(row) : null;
}

/** Gives up every lease. Only for an engine that no other process can be working on. */
export async function dropJobLeases(): Promise<void> {
  await sql().query(`UPDATE job SET "leasedUntil" = NULL WHERE "leasedUntil" IS NOT NULL`);
}
