import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";

const { sql } = Prisma;
const wayRow = z.object({ from: z.string(), id: z.string() });

/** The id of today for an id of a visitor, old or new; null when no visitor has or had it. */
export async function resolveVisitorId(workspaceId: string, id: string): Promise<string | null> {
  const found = await resolveVisitorIds(workspaceId, [id]);
  return found.get(id) ?? null;
}

/**
 * The ids of today for many, by the id that was asked for: itself where there is such a visitor. An old id
 * leads to the visitor into which it was merged, by whatever chain; then to the one that carries the e-mail
 * by which alone a visitor of that id would be known. Of several carriers the one with the latest evidence
 * is taken.
 */
export async function resolveVisitorIds(
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = await selectRows(
    wayRow,
    sql`WITH RECURSIVE way("from", id, step) AS (
        SELECT x, x, 0 FROM unnest(${ids}::text[]) AS x
        UNION ALL
        SELECT w."from", c."intoId", w.step + 1 FROM way w
        JOIN identity_correction c ON c."workspaceId" = ${workspaceId} AND c."fromId" = w.id
          AND c.kind = 'merge' AND c."activeOn" IS NOT NULL
        WHERE w.step < 100
      )
      SELECT DISTINCT ON (w."from") w."from", o.id FROM way w CROSS JOIN LATERAL (
        SELECT v.id, NULL::timestamptz AS "lastAt" FROM visitor v
        WHERE v."workspaceId" = ${workspaceId} AND v.id = w.id
        UNION ALL
        SELECT v.id, e."lastAt" FROM visitor_email e
        JOIN visitor v ON v."workspaceId" = e."workspaceId" AND v.id = e."visitorId"
        WHERE e."workspaceId" = ${workspaceId} AND e."aliasId" = w.id
      ) o ORDER BY w."from", o.id <> w."from", w.step DESC, o."lastAt" DESC NULLS FIRST, o.id`,
  );
  return new Map(found.map(({ from, id }) => [from, id]));
}
