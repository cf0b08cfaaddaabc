import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type Page, pageOf } from "#lib/keyset.ts";
import { newestFirst } from "#lib/keyset-sort.ts";
import { selectRows } from "#lib/select.ts";

const { sql } = Prisma;

const row = z.object({
  id: z.string(),
  kind: z.enum(["email", "slack", "webhook"]),
  subject: z.string(),
  recipient: z.string(),
  isTest: z.boolean(),
  state: z.enum(["pending", "sent", "dead"]),
  /** Why the last attempt failed; kept while it is tried again. */
  reason: z.string().nullable(),
  status: z.int().nullable(),
  attempts: z.int(),
  /** When it is tried next; null when it is over. */
  availableAt: instant.nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});

export type MessageRow = z.output<typeof row>;

const PAGE = 25;

const { order, after, cursorOf } = newestFirst;

/** What a rule sent, newest first: outbox_workspaceId_ruleId_createdAt_id_idx. */
export async function listMessages(
  workspaceId: string,
  ruleId: string,
  cursor?: string,
): Promise<Page<MessageRow>> {
  const sent = [sql`"workspaceId" = ${workspaceId}`, sql`"ruleId" = ${ruleId}`, ...after(cursor)];
  const rows = await selectRows(
    row,
    sql`SELECT id, kind, subject, recipient, "isTest", state, reason, status, attempts,
        "availableAt", "createdAt", "finishedAt"
      FROM outbox WHERE ${Prisma.join(sent, " AND ")} ORDER BY ${order} LIMIT ${PAGE + 1}`,
  );
  return pageOf(rows, PAGE, cursorOf);
}
