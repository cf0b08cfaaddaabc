import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type Page, pageOf } from "#lib/keyset.ts";
import { newestFirst } from "#lib/keyset-sort.ts";
import { selectRows } from "#lib/select.ts";

const { sql } = Prisma;

const row = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  href: z.string().nullable(),
  createdAt: instant,
  readAt: instant.nullable(),
});

export type NotificationRow = z.output<typeof row>;

const PAGE = 50;

const { order, after, cursorOf } = newestFirst;

/** A member's notifications, newest first, a page at a time. Served by the index on createdAt and id. */
export async function listNotifications(
  workspaceId: string,
  userId: string,
  cursor?: string,
): Promise<Page<NotificationRow>> {
  const mine = [sql`"workspaceId" = ${workspaceId}`, sql`"userId" = ${userId}`, ...after(cursor)];
  const rows = await selectRows(
    row,
    sql`SELECT id, kind, title, body, href, "createdAt", "readAt" FROM notification
      WHERE ${Prisma.join(mine, " AND ")} ORDER BY ${order} LIMIT ${PAGE + 1}`,
  );
  return pageOf(rows, PAGE, cursorOf);
}
