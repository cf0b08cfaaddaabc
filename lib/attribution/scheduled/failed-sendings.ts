import { z } from "zod";
import { instant, whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";

const { sql } = Prisma;

const row = z.object({
  scheduleId: z.string(),
  /** When it was sent. */
  at: instant,
  /** To how many. */
  mails: whole,
  /** Whom it did not reach: names of members, and other addresses. */
  missed: z.array(z.string()),
  /** How many of them it is tried again for. */
  waiting: whole,
  /** Why the last attempt failed. */
  reason: z.string(),
});

/** The last sending of a schedule, where it did not reach everybody. */
export type FailedSending = z.output<typeof row>;

/**
 * The schedules of a workspace whose last sending failed for somebody, by their ids. What was given up
 * is known for as long as the outbox keeps it (outbox_workspaceId_scheduleId_createdAt_idx).
 */
export async function listFailedSendings(
  workspaceId: string,
): Promise<ReadonlyMap<string, FailedSending>> {
  // The mails of one sending are queued by one statement: they have one time.
  const rows = await selectRows(
    row,
    sql`SELECT s.id AS "scheduleId", last."createdAt" AS at, f.mails, f.missed, f.waiting, f.reason
      FROM report_schedule s
      CROSS JOIN LATERAL (
        SELECT o."createdAt" FROM outbox o
        WHERE o."workspaceId" = s."workspaceId" AND o."scheduleId" = s.id
        ORDER BY o."createdAt" DESC LIMIT 1
      ) last
      CROSS JOIN LATERAL (
        SELECT count(*) AS mails,
          array_agg(coalesce(u.name, o.recipient) ORDER BY coalesce(u.name, o.recipient))
            FILTER (WHERE o.reason IS NOT NULL) AS missed,
          count(*) FILTER (WHERE o.reason IS NOT NULL AND o.state = 'pending') AS waiting,
          (array_agg(o.reason ORDER BY o."finishedAt" DESC, o.id)
            FILTER (WHERE o.reason IS NOT NULL))[1] AS reason
        FROM outbox o LEFT JOIN "user" u ON u.email = o.recipient
        WHERE o."workspaceId" = s."workspaceId" AND o."scheduleId" = s.id
          AND o."createdAt" = last."createdAt"
      ) f
      WHERE s."workspaceId" = ${workspaceId} AND f.reason IS NOT NULL`,
  );
  return new Map(rows.map((each) => [each.scheduleId, each]));
}
