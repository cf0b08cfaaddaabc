import { sql } from "#lib/db/client.ts";
import { claimJob, dropJobLeases } from "#lib/jobs/claim-job.ts";
import type { Job } from "#lib/jobs/define-job.ts";
import { waitForJobs, wakeJobs } from "#lib/jobs/job-signal.ts";
import { dropPeriodicLeases, type PeriodicTask, runPeriodicTask } from "#lib/jobs/periodic-task.ts";
import { runJob } from "#lib/jobs/run-job.ts";
import { log } from "#lib/log.ts";
import { slot } from "#lib/slot.ts";
import { JOBS } from "./job-registry.ts";
import { PERIODIC_TASKS } from "./periodic-tasks.ts";

// A long job must not hold up a short one behind it.
const AT_ONCE = 2;
const POLL_MS = 1_000;
const PAUSE_AFTER_ERROR_MS = 2_000;
const MAX_PERIOD_MS = 600_000;

interface Runner {
  stop: AbortController | null;
  running: Promise<unknown> | null;
}

const runner = () => slot<Runner>("job-runner", () => ({ stop: null, running: null }));

/** Starts running jobs and periodic tasks in this process. Calling it again changes nothing. */
export function startJobRunner(
  jobs: readonly Job[] = JOBS,
  tasks: readonly PeriodicTask[] = PERIODIC_TASKS,
): void {
  const state = runner();
  if (state.running) return;
  const stop = new AbortController();
  state.stop = stop;
  state.running = prepare().then(() =>
    Promise.all([
      ...Array.from({ length: AT_ONCE }, () => takeJobs(jobs, stop.signal)),
      ...tasks.map((task) => repeat(task, stop.signal)),
    ]),
  );
}

/** Interrupts what runs at its next progress and stops; it goes on from there when there is a worker again. */
export async function stopJobRunner(): Promise<void> {
  const state = runner();
  state.stop?.abort();
  wakeJobs();
  await state.running;
  state.running = null;
}

async function prepare(): Promise<void> {
  if (sql().kind !== "embedded") return;
  // Nobody else can be at work on an embedded database: leases there are of a process that died.
  try {
    await dropJobLeases();
    await dropPeriodicLeases();
  } catch (error) {
    log().warn({ err: error }, "stale leases of jobs stay");
  }
}

async function takeJobs(jobs: readonly Job[], stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      const job = await claimJob();
      if (job) await runJob(job, jobs, stop);
      else await waitForJobs(POLL_MS);
    } catch (error) {
      log().error({ err: error }, "no job could be claimed; trying again");
      await waitForJobs(PAUSE_AFTER_ERROR_MS);
    }
  }
}

async function repeat(task: PeriodicTask, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      await runPeriodicTask(task);
    } catch (error) {
      log().error({ err: error, task: task.name }, "a periodic task could not be claimed");
    }
    await pause(Math.min(task.everyMs, MAX_PERIOD_MS), stop);
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      stop.removeEventListener("abort", done);
      resolve();
    }
    stop.addEventListener("abort", done);
    if (stop.aborted) done();
  });
}
