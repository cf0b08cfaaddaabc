import type { Job } from "#lib/jobs/define-job.ts";

/** Every background job there is, one line each. */
export const JOBS: readonly Job[] = [];
