import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectFirst } from "#lib/select.ts";

const { sql } = Prisma;

/** The id of today for an id of a visitor, old or new; null when no visitor has or had it. */
export async function resolveVisitorId(workspaceId: string, id: string): Promise<string | null> {
  const found = await selectFirst(
    z.object({ id: z.string() }),
    sql`SELECT id FROM visitor WHERE "workspaceId" = ${workspaceId} AND id = ${id}`,
  );
  return found ? found.id : findAliasedVisitor(workspaceId, id);
}

/**
 * The visitor that an old id leads to: the id that a visitor known by one of its e-mails alone would
 * have. The visitor with the latest evidence for that e-mail is taken; null when there is none.
 */
export async function findAliasedVisitor(workspaceId: string, id: string): Promise<string | null> {
  const found = await selectFirst(
    z.object({ visitorId: z.string() }),
    sql`SELECT e."visitorId" FROM visitor_email e
      JOIN visitor v ON v."workspaceId" = e."workspaceId" AND v.id = e."visitorId"
      WHERE e."workspaceId" = ${workspaceId} AND e."aliasId" = ${id}
      ORDER BY e."lastAt" DESC, e."visitorId" LIMIT 1`,
  );
  return found?.visitorId ?? null;
}
