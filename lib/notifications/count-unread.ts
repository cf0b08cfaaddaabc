import { z } from "zod";
import { whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectFirst } from "#lib/select.ts";

/** Beyond this the bell says "99+". */
const CAP = 100;

/** How many notifications a member has not read yet, counted up to 100. */
export async function countUnread(workspaceId: string, userId: string): Promise<number> {
  const found = await selectFirst(
    z.object({ count: whole }),
    Prisma.sql`SELECT count(*) AS count FROM (
        SELECT 1 FROM notification
        WHERE "workspaceId" = ${workspaceId} AND "userId" = ${userId} AND "readAt" IS NULL
        LIMIT ${CAP}) AS unread`,
  );
  return found?.count ?? 0;
}
