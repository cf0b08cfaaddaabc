import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { linkedinVisitorKey } from "#lib/identity/evidence.ts";
import type { ImportKey } from "#lib/leads/import/read-import-row.ts";
import { selectRows } from "#lib/select.ts";
import { visitorIdOf } from "#lib/visitors/project-visitors.ts";

const { sql } = Prisma;
const found = z.object({ value: z.string(), visitorId: z.string() });

/** The text by which `findVisitors` answers for a key. */
export function keyText({ kind, value }: ImportKey): string {
  return `${kind} ${value}`;
}

/**
 * The visitors of many keys at once. An old id leads to the visitor of today; of several who carry an
 * e-mail, the one with the latest evidence for it is meant.
 */
export async function findVisitors(
  workspaceId: string,
  keys: readonly ImportKey[],
): Promise<Map<string, string>> {
  const idOf = ({ kind, value }: ImportKey) =>
    kind === "linkedin" ? visitorIdOf(workspaceId, linkedinVisitorKey(value)) : value;
  const byId = keys.filter(({ kind }) => kind !== "email");
  const ids = byId.map(idOf);
  const emails = keys.filter(({ kind }) => kind === "email").map(({ value }) => value);
  const [known, carriers] = await Promise.all([
    todayOf(workspaceId, ids),
    carriersOf(workspaceId, emails),
  ]);
  const visitors = new Map(known.map((row) => [row.value, row.visitorId]));
  return new Map([
    ...carriers.map((row) => [`email ${row.value}`, row.visitorId] as const),
    ...byId.flatMap((key) => {
      const visitorId = visitors.get(idOf(key));
      return visitorId ? [[keyText(key), visitorId] as const] : [];
    }),
  ]);
}

/** The visitors of today for ids old and new: `resolveVisitorId` for many at once. */
function todayOf(workspaceId: string, ids: readonly string[]) {
  return selectRows(
    found,
    sql`WITH RECURSIVE way(value, id, step) AS (
        SELECT x, x, 0 FROM unnest(${ids}::text[]) AS x
        UNION ALL
        SELECT w.value, c."intoId", w.step + 1 FROM way w
        JOIN identity_correction c ON c."workspaceId" = ${workspaceId} AND c."fromId" = w.id
          AND c.kind = 'merge' AND c."activeOn" IS NOT NULL
        WHERE w.step < 100
      )
      SELECT DISTINCT ON (w.value) w.value, o.id AS "visitorId" FROM way w CROSS JOIN LATERAL (
        SELECT v.id, NULL::timestamptz AS "lastAt" FROM visitor v
        WHERE v."workspaceId" = ${workspaceId} AND v.id = w.id
        UNION ALL
        SELECT v.id, e."lastAt" FROM visitor_email e
        JOIN visitor v ON v."workspaceId" = e."workspaceId" AND v.id = e."visitorId"
        WHERE e."workspaceId" = ${workspaceId} AND e."aliasId" = w.id
      ) o ORDER BY w.value, o.id <> w.value, w.step DESC, o."lastAt" DESC NULLS FIRST, o.id`,
  );
}

// visitor_email_workspaceId_email_idx
function carriersOf(workspaceId: string, emails: readonly string[]) {
  return selectRows(
    found,
    sql`SELECT DISTINCT ON (e.email) e.email AS value, e."visitorId" FROM visitor_email e
      JOIN visitor v ON v."workspaceId" = e."workspaceId" AND v.id = e."visitorId"
      WHERE e."workspaceId" = ${workspaceId} AND e.email = ANY(${emails}::text[])
      ORDER BY e.email, e."lastAt" DESC, e."visitorId"`,
  );
}
