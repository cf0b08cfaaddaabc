import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectFirst } from "#lib/select.ts";

const { sql } = Prisma;
const idRow = z.object({ id: z.string() });

/** The id of today for an id of a visitor, old or new; null when no visitor has or had it. */
export async function resolveVisitorId(workspaceId: string, id: string): Promise<string | null> {
  const found = await selectFirst(
    idRow,
    sql`SELECT id FROM visitor WHERE "workspaceId" = ${workspaceId} AND id = ${id}`,
  );
  return found ? found.id : findAliasedVisitor(workspaceId, id);
}

/**
 * The visitor that an old id leads to: the one into which it was merged, by whatever chain; then the one
 * that carries the e-mail by which alone a visitor of that id would be known. Of several carriers the one
 * with the latest evidence is taken. Null when there is none.
 */
export async function findAliasedVisitor(workspaceId: string, id: string): Promise<string | null> {
  const found = await selectFirst(
    idRow,
    sql`WITH RECURSIVE way(id, step) AS (
        SELECT ${id}::text, 0
        UNION ALL
        SELECT c."intoId", w.step + 1 FROM way w
        JOIN identity_correction c ON c."workspaceId" = ${workspaceId} AND c."fromId" = w.id
          AND c.kind = 'merge' AND c."activeOn" IS NOT NULL
        WHERE w.step < 100
      )
      SELECT o.id FROM way w CROSS JOIN LATERAL (
        SELECT v.id, NULL::timestamptz AS "lastAt" FROM visitor v
        WHERE v."workspaceId" = ${workspaceId} AND v.id = w.id
        UNION ALL
        SELECT v.id, e."lastAt" FROM visitor_email e
        JOIN visitor v ON v."workspaceId" = e."workspaceId" AND v.id = e."visitorId"
        WHERE e."workspaceId" = ${workspaceId} AND e."aliasId" = w.id
      ) o ORDER BY w.step DESC, o."lastAt" DESC NULLS FIRST, o.id LIMIT 1`,
  );
  return found?.id ?? null;
}
