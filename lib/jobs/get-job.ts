import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectFirst, selectRows } from "#lib/select.ts";

export const JOB_STATES = ["queued", "running", "done", "failed"] as const;

const row = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(JOB_STATES),
  done: z.int(),
  /** Null while it is not known how much there is to do. */
  total: z.int().nullable(),
  result: z.json().nullable(),
  /** Why it failed, in words for the person who started it. */
  error: z.string().nullable(),
  userId: z.string().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});

export type JobView = z.output<typeof row>;

const columns = Prisma.sql`id, name, state, done, total, result, error, "userId", "createdAt", "finishedAt"`;

/** One job of a workspace; null when there is none of that id. */
export async function getJob(workspaceId: string, id: string): Promise<JobView | null> {
  return selectFirst(
    row,
    Prisma.sql`SELECT ${columns} FROM job WHERE "workspaceId" = ${workspaceId} AND id = ${id}`,
  );
}

/** The latest jobs that a member started, newest first: what can be left and found again. */
export async function listJobsOf(
  workspaceId: string,
  userId: string,
  limit = 20,
): Promise<JobView[]> {
  return selectRows(
    row,
    Prisma.sql`SELECT ${columns} FROM job WHERE "workspaceId" = ${workspaceId} AND "userId" = ${userId}
      ORDER BY "createdAt" DESC LIMIT ${limit}`,
  );
}
