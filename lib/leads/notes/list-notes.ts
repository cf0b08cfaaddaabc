import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { About } from "#lib/leads/about.ts";
import { selectRows } from "#lib/select.ts";

const { sql } = Prisma;

const row = z.object({
  id: z.string(),
  body: z.string(),
  /** Null name: a former member. */
  author: z.object({ id: z.string(), name: z.string().nullable() }),
  /** Names as they stand in the text behind an @. */
  mentions: z.array(z.string()),
  createdAt: instant,
  editedAt: instant.nullable(),
});

export type NoteView = z.output<typeof row>;

/** The notes on a visitor or a company, newest first; one more than `limit` says that there are others. */
export async function listNotes(workspaceId: string, of: About, limit = 50): Promise<NoteView[]> {
  // note_workspaceId_visitorId_createdAt_idx, and its twin for companies
  const subject =
    "visitorId" in of ? sql`n."visitorId" = ${of.visitorId}` : sql`n."companyId" = ${of.companyId}`;
  return selectRows(
    row,
    sql`SELECT n.id, n.body, n."createdAt", n."editedAt",
        jsonb_build_object('id', n."authorId", 'name', a.name) AS author,
        ARRAY(SELECT m.name FROM "user" m WHERE m.id = ANY(n.mentions) ORDER BY m.name) AS mentions
      FROM note n LEFT JOIN "user" a ON a.id = n."authorId"
      WHERE n."workspaceId" = ${workspaceId} AND ${subject}
      ORDER BY n."createdAt" DESC, n.id DESC LIMIT ${limit}`,
  );
}
