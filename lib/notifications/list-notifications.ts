import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { decodeCursor, encodeCursor, type Page, pageOf } from "#lib/keyset.ts";
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

const SORT = "-createdAt";
const PAGE = 50;
const key = z.tuple([z.iso.datetime(), z.string()]);

/** A member's notifications, newest first, a page at a time. Served by the index on createdAt and id. */
export async function listNotifications(
  workspaceId: string,
  userId: string,
  cursor?: string,
): Promise<Page<NotificationRow>> {
  const after = decodeCursor(cursor, SORT, key);
  const older = after
    ? sql`AND ("createdAt", id) < (${after[0]}::timestamptz, ${after[1]})`
    : Prisma.empty;
  const rows = await selectRows(
    row,
    sql`SELECT id, kind, title, body, href, "createdAt", "readAt" FROM notification
      WHERE "workspaceId" = ${workspaceId} AND "userId" = ${userId} ${older}
      ORDER BY "createdAt" DESC, id DESC LIMIT ${PAGE + 1}`,
  );
  return pageOf(rows, PAGE, (last) => encodeCursor(SORT, [last.createdAt, last.id]));
}
