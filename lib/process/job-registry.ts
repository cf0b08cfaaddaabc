import { applyChannelRulesJob } from "#lib/attribution/channel-rules/apply-rules-job.ts";
import { findGoalsJob } from "#lib/attribution/goals/find-goals-job.ts";
import type { Job } from "#lib/jobs/define-job.ts";
import { bulkLeads } from "#lib/leads/bulk-leads.ts";
import { importLeads } from "#lib/leads/import/import-leads.ts";
import { recomputeJob } from "#lib/scoring/recompute-job.ts";

/** Every background job there is, one line each. */
export const JOBS: readonly Job[] = [
  bulkLeads,
  importLeads,
  applyChannelRulesJob,
  findGoalsJob,
  recomputeJob,
];
