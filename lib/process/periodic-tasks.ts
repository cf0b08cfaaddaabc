import { evaluateAlerts } from "#lib/alerts/evaluate.ts";
import { sendDigests } from "#lib/alerts/send-digests.ts";
import { refreshKept } from "#lib/attribution/kept/refresh-kept.ts";
import { sendReports } from "#lib/attribution/scheduled/send-reports.ts";
import { refreshTiles } from "#lib/attribution/tiles/refresh-tiles.ts";
import { pruneDue } from "#lib/inbox/prune/prune-due.ts";
import type { PeriodicTask } from "#lib/jobs/periodic-task.ts";
import { pruneJobs } from "#lib/jobs/prune-jobs.ts";
import { pruneOutbox } from "#lib/outbox/prune-outbox.ts";
import { sendDue } from "#lib/outbox/run-outbox.ts";
import { dealAllNewAccounts } from "#lib/worklist/deal-new-accounts.ts";

const HOUR_MS = 3_600_000;

/** What is done every so often, by one process of all, one line each. */
export const PERIODIC_TASKS: readonly PeriodicTask[] = [
  { name: "attribution.tiles", everyMs: 60_000, run: refreshTiles },
  { name: "attribution.reports", everyMs: 60_000, run: refreshKept },
  { name: "worklist.deal", everyMs: 10_000, run: dealAllNewAccounts },
  { name: "alerts.evaluate", everyMs: 1_000, run: evaluateAlerts },
  { name: "alerts.digests", everyMs: 30_000, run: sendDigests },
  { name: "reports.mail", everyMs: 30_000, run: sendReports },
  { name: "outbox.send", everyMs: 1_000, run: sendDue },
  { name: "outbox.prune", everyMs: HOUR_MS, run: pruneOutbox },
  { name: "jobs.prune", everyMs: HOUR_MS, run: pruneJobs },
  { name: "privacy.prune", everyMs: 30_000, run: pruneDue },
];
