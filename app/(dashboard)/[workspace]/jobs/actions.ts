"use server";

import { z } from "zod";
import { requireMemberForAction } from "#lib/auth/require-member.ts";
import { getJob, type JobView } from "#lib/jobs/get-job.ts";

const idArgument = z.string().max(64);

/** A job that the caller started, or any for an admin; null when there is none. */
export async function readJob(slug: string, id: string): Promise<JobView | null> {
  const { workspace, user, role } = await requireMemberForAction(slug);
  const job = await getJob(workspace.id, idArgument.parse(id));
  return job && (job.userId === user.id || role === "admin") ? job : null;
}
