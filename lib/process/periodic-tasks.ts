import type { PeriodicTask } from "#lib/jobs/periodic-task.ts";
import { pruneJobs } from "#lib/jobs/prune-jobs.ts";

const HOUR_MS = 3_600_000;

/** What is done every so often, by one process of all, one line each. */
export const PERIODIC_TASKS: readonly PeriodicTask[] = [
  { name: "jobs.prune", everyMs: HOUR_MS, run: pruneJobs },
];
