"use server";

import { z } from "zod";
import type { BulkAnswer, BulkTarget, JobStanding } from "#components/table/bulk-target.ts";
import { attempt } from "#lib/attempt.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { getJob } from "#lib/jobs/get-job.ts";
import { startJob } from "#lib/jobs/start-job.ts";
import { BULK_LEADS } from "#lib/leads/bulk-leads.ts";
import { type LeadChange, leadChange } from "#lib/leads/lead-change.ts";
import { tellOwnerOfMany } from "#lib/leads/tell-owner.ts";
import { updateLeads } from "#lib/leads/update-leads.ts";
import { visitorFilters } from "#lib/visitors/search-params.ts";

const BATCH = 500;
const target = z.union([
  z.strictObject({ ids: z.array(z.string().max(64)).min(1).max(10_000) }),
  z.strictObject({ query: z.string().max(4_000) }),
]);

/**
 * Changes owner, status or tags of the chosen visitors; of all that match, as a job. The filters are the
 * ones of the list's URL, read as strictly as the API does: a filter that is passed over would change
 * visitors that were not on the list.
 */
export async function changeVisitors(
  slug: string,
  chosen: BulkTarget,
  wanted: LeadChange,
): Promise<BulkAnswer> {
  return attempt(async () => {
    const { workspace, user } = await requireMemberForAction(slug, "leads.write");
    const change = leadChange.parse(wanted);
    const checked = target.parse(chosen);
    if ("query" in checked) {
      const { sort: _, ...query } = Object.fromEntries(new URLSearchParams(checked.query));
      const filters = visitorFilters.strict().safeParse(query);
      if (!filters.success) return { problem: "A filter of this list can’t be used. Remove it." };
      const input = z.json().parse(JSON.parse(JSON.stringify({ filters: filters.data, change })));
      const jobId = await startJob(workspace.id, user.id, BULK_LEADS, input);
      await recordAudit(workspace.id, user.id, "visitors.change", jobId, {
        filters: checked.query,
      });
      return { jobId };
    }
    let changed = 0;
    for (let at = 0; at < checked.ids.length; at += BATCH) {
      const batch = checked.ids.slice(at, at + BATCH);
      changed += await updateLeads(workspace.id, user.id, batch, change);
    }
    if (change.ownerId) await tellOwnerOfMany(workspace.id, user.id, change.ownerId, changed);
    return { changed };
  });
}

/** How far a job is that the member started; null when there is none. */
export async function readJob(slug: string, jobId: string): Promise<JobStanding | null> {
  const { workspace, user } = await requireMemberForAction(slug, "leads.write");
  const job = await getJob(workspace.id, z.string().max(64).parse(jobId));
  if (job?.userId !== user.id) return null;
  const { state, done, total, error } = job;
  return {
    isFinished: state === "done" || state === "failed",
    done,
    total,
    problem: state === "failed" ? (error ?? "The change did not come through.") : null,
  };
}
