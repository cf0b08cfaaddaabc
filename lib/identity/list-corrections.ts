import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";

const { sql } = Prisma;
const text = z.string().nullable();

/** What a person said about who is who, as pages tell it. Names are those of the time. */
export const identityCorrection = z.object({
  id: z.string(),
  kind: z.enum(["merge", "detach"]),
  scope: z.enum(["session", "device", "event"]).nullable(),
  ref: text,
  fromId: text,
  fromName: text,
  intoId: text,
  intoName: text,
  /** When the session that is meant began. */
  sessionAt: instant.nullable(),
  by: text,
  at: instant,
  undoneBy: text,
  undoneAt: instant.nullable(),
});

export type IdentityCorrection = z.output<typeof identityCorrection>;

const columns = sql`c.id, c.kind, c.scope, c.ref, c."fromId", c.detail->>'from' AS "fromName", c."intoId",
  c.detail->>'into' AS "intoName", s."createdAt" AS "sessionAt", u.name AS by, c."createdAt" AS at,
  r.name AS "undoneBy", c."revokedAt" AS "undoneAt"`;

const joins = sql`LEFT JOIN session s ON c.scope = 'session' AND s."workspaceId" = c."workspaceId" AND s.sid = c.ref
  LEFT JOIN "user" u ON u.id = c."createdById" LEFT JOIN "user" r ON r.id = c."revokedById"`;

const MOST = 50;

/**
 * The corrections that count and that made a visitor what it is: what was merged into it (by whatever
 * chain), taken from it or any of those, or given to it. Latest first, no more than 50.
 */
export function listVisitorCorrections(
  workspaceId: string,
  visitorId: string,
): Promise<IdentityCorrection[]> {
  // Served by identity_correction_workspaceId_fromId_idx and _intoId_idx.
  return selectRows(
    identityCorrection,
    sql`WITH RECURSIVE part(id) AS (
        SELECT ${visitorId}::text
        UNION
        SELECT m."fromId" FROM part p JOIN identity_correction m ON m."workspaceId" = ${workspaceId}
          AND m."intoId" = p.id AND m.kind = 'merge' AND m."activeOn" IS NOT NULL
      ), hit AS (
        SELECT c.id FROM part p JOIN identity_correction c ON c."workspaceId" = ${workspaceId} AND c."intoId" = p.id
        UNION
        SELECT c.id FROM part p JOIN identity_correction c ON c."workspaceId" = ${workspaceId} AND c."fromId" = p.id
      )
      SELECT ${columns} FROM hit JOIN identity_correction c ON c."workspaceId" = ${workspaceId} AND c.id = hit.id
      ${joins} WHERE c."activeOn" IS NOT NULL
      ORDER BY c.version DESC LIMIT ${MOST}`,
  );
}

const LATEST = 200;

/** The latest corrections of a workspace, those that were undone as well. */
export function listCorrections(workspaceId: string): Promise<IdentityCorrection[]> {
  return selectRows(
    identityCorrection,
    sql`SELECT ${columns} FROM identity_correction c ${joins}
      WHERE c."workspaceId" = ${workspaceId} ORDER BY c.version DESC LIMIT ${LATEST}`,
  );
}
