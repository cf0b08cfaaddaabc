import { sql } from "#lib/db/client.ts";
import { type ClaimedJob, LEASE_SECONDS } from "#lib/jobs/claim-job.ts";
import type { Json } from "#lib/json.ts";

/** What a job is told when it is no longer this worker's. Never shown: the job goes on elsewhere. */
export class JobLost extends Error {
  constructor(message = "The job is no longer this worker's.") {
    super(message);
    this.name = "JobLost";
  }
}

const EXTEND = `"leasedUntil" = now() + make_interval(secs => ${LEASE_SECONDS})`;

// Every write names the generation it was claimed under: a late worker finds no row.
async function write(job: ClaimedJob, set: string, values: readonly unknown[] = []): Promise<void> {
  const rows = await sql().query(
    `UPDATE job SET ${set}
     WHERE "workspaceId" = $1 AND "id" = $2 AND "generation" = $3 AND "finishedAt" IS NULL
     RETURNING 1`,
    [job.workspaceId, job.id, job.generation, ...values],
  );
  if (rows.length === 0) throw new JobLost();
}

/** Keeps the lease. Throws JobLost when another worker has the job. */
export function extendLease(job: ClaimedJob): Promise<void> {
  return write(job, EXTEND);
}

/** How far it is. A checkpoint, once given, stays until the next. */
export function writeProgress(
  job: ClaimedJob,
  done: number,
  total: number | null,
  checkpoint: Json | undefined,
): Promise<void> {
  return write(
    job,
    `${EXTEND}, "done" = $4, "total" = $5, "checkpoint" = coalesce($6::text::jsonb, "checkpoint")`,
    [done, total, checkpoint === undefined ? null : JSON.stringify(checkpoint)],
  );
}

export function writeResult(job: ClaimedJob, value: Json): Promise<void> {
  return write(job, `"result" = $4::text::jsonb`, [JSON.stringify(value)]);
}

export function finishJob(job: ClaimedJob): Promise<void> {
  return write(
    job,
    `"state" = 'done', "finishedAt" = now(), "leasedUntil" = NULL, "error" = NULL,
     "done" = coalesce("total", "done")`,
  );
}

export function failJob(job: ClaimedJob, message: string): Promise<void> {
  return write(
    job,
    `"state" = 'failed', "finishedAt" = now(), "leasedUntil" = NULL, "error" = $4`,
    [message],
  );
}

/** Back on the queue after `seconds`. An attempt that was only interrupted does not count. */
export function requeueJob(job: ClaimedJob, seconds: number, counts: boolean): Promise<void> {
  return write(
    job,
    `"state" = 'queued', "leasedUntil" = NULL, "attempts" = "attempts" - $5::int,
     "availableAt" = now() + make_interval(secs => $4::int)`,
    [seconds, counts ? 0 : 1],
  );
}
