import { isFoyerError } from "#lib/errors.ts";
import { type ClaimedJob, LEASE_SECONDS, MAX_ATTEMPTS } from "#lib/jobs/claim-job.ts";
import type { Job, JobContext } from "#lib/jobs/define-job.ts";
import {
  extendLease,
  failJob,
  finishJob,
  JobLost,
  requeueJob,
  writeProgress,
  writeResult,
} from "#lib/jobs/held-job.ts";
import { log } from "#lib/log.ts";

const BEAT_MS = (LEASE_SECONDS * 1000) / 3;
const GAVE_UP =
  "It broke off several times and was given up. Foyer’s log says why, under this job’s id.";

/**
 * Runs a claimed job to its end and writes what became of it. `stop` interrupts it: it goes back to
 * the queue and another process takes it from its last checkpoint.
 */
export async function runJob(
  job: ClaimedJob,
  jobs: readonly Job[],
  stop: AbortSignal,
): Promise<void> {
  const lost = new AbortController();
  const beat = setInterval(() => {
    extendLease(job).catch((error: unknown) => {
      if (error instanceof JobLost) lost.abort();
      else log().warn({ err: error, jobId: job.id }, "a job's lease could not be extended");
    });
  }, BEAT_MS);
  try {
    await attempt(job, jobs, AbortSignal.any([stop, lost.signal]));
  } catch (error) {
    await settle(job, error, stop.aborted);
  } finally {
    clearInterval(beat);
  }
}

async function attempt(job: ClaimedJob, jobs: readonly Job[], signal: AbortSignal): Promise<void> {
  if (job.attempts > MAX_ATTEMPTS) return failJob(job, GAVE_UP);
  const definition = jobs.find(({ name }) => name === job.name);
  if (!definition) return failJob(job, `This version of Foyer has no job “${job.name}”.`);
  await definition.run(contextOf(job, signal), job.input);
  await finishJob(job);
}

function contextOf(job: ClaimedJob, signal: AbortSignal): JobContext {
  const { workspaceId, userId, id: jobId, checkpoint } = job;
  return {
    workspaceId,
    userId,
    jobId,
    checkpoint,
    signal,
    async progress(done, total, kept) {
      await writeProgress(job, done, total, kept);
      if (signal.aborted) throw new JobLost("The worker is stopping.");
    },
    result: (value) => writeResult(job, value),
  };
}

async function settle(job: ClaimedJob, error: unknown, isStopping: boolean): Promise<void> {
  try {
    if (isStopping) return await requeueJob(job, 0, false);
    if (error instanceof JobLost) return;
    if (isFoyerError(error) && error.code !== "unavailable")
      return await failJob(job, error.message);
    log().error({ err: error, jobId: job.id, job: job.name }, "a job broke off");
    if (job.attempts >= MAX_ATTEMPTS) return await failJob(job, GAVE_UP);
    await requeueJob(job, 2 ** job.attempts, true);
  } catch (second) {
    // The database is away or the job is another's: the lease runs out and somebody takes it up.
    if (!(second instanceof JobLost)) log().warn({ err: second, jobId: job.id }, "a job was left");
  }
}
