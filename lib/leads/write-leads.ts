import type { Sql } from "#lib/db/sql.ts";
import type { LeadChange } from "#lib/leads/lead-change.ts";

/** Who changes which visitors of a workspace; `ids` are known to exist and are locked, in order. */
export interface Target {
  workspaceId: string;
  userId: string | null;
  ids: readonly string[];
  at: Date;
}

const ofIds = `"workspaceId" = $1 AND "visitorId" = ANY($2::text[])`;

/** Sets owner and status and writes the history of what changed. Returns the visitors that did. */
export async function writeOwnerAndStatus(
  tx: Sql,
  { workspaceId, userId, ids, at }: Target,
  { ownerId, status }: LeadChange,
): Promise<string[]> {
  if (ownerId === undefined && status === undefined) return [];
  await tx.query(
    `INSERT INTO lead ("workspaceId", "visitorId", "updatedAt")
     SELECT $1, x, $3::timestamptz FROM unnest($2::text[]) AS x ORDER BY x ON CONFLICT DO NOTHING`,
    [workspaceId, ids, at],
  );
  // In a statement of its own: the next one then sees what others committed before we had the lock.
  await tx.query(`SELECT 1 FROM lead WHERE ${ofIds} ORDER BY "visitorId" FOR UPDATE`, [
    workspaceId,
    ids,
  ]);
  const rows = await tx.query(
    `WITH before AS (
       SELECT "visitorId", "ownerId", "status",
         CASE WHEN $3::boolean THEN $4::text ELSE "ownerId" END AS "newOwnerId",
         coalesce($5::text, "status") AS "newStatus"
       FROM lead WHERE ${ofIds}
     ), changed AS (
       UPDATE lead l SET "ownerId" = b."newOwnerId", "status" = b."newStatus", "updatedAt" = $6::timestamptz
       FROM before b
       WHERE l."workspaceId" = $1 AND l."visitorId" = b."visitorId"
         AND (b."ownerId" IS DISTINCT FROM b."newOwnerId" OR b."status" <> b."newStatus")
       RETURNING b.*
     ), history AS (
       INSERT INTO lead_change ("workspaceId", "id", "visitorId", "field", "from", "to", "byId", "at")
       SELECT $1, 'lch_' || replace(gen_random_uuid()::text, '-', ''), c."visitorId", h.field, h."from", h."to",
         $7::text, $6::timestamptz
       FROM changed c CROSS JOIN LATERAL (VALUES
         ('owner', c."ownerId", c."newOwnerId"), ('status', c."status", c."newStatus")
       ) AS h(field, "from", "to")
       WHERE h."from" IS DISTINCT FROM h."to"
     )
     SELECT "visitorId" FROM changed`,
    [workspaceId, ids, ownerId !== undefined, ownerId ?? null, status ?? null, at, userId],
  );
  return rows.map((row) => String(row.visitorId));
}

/** Puts tags on and takes tags off. Returns the visitors that had them otherwise. */
export async function writeTags(
  tx: Sql,
  { workspaceId, ids }: Target,
  { addTagIds = [], removeTagIds = [] }: LeadChange,
): Promise<string[]> {
  const added = addTagIds.length
    ? await tx.query(
        `INSERT INTO visitor_tag ("workspaceId", "visitorId", "tagId")
         SELECT $1, x, t."id" FROM unnest($2::text[]) AS x
         CROSS JOIN (SELECT "id" FROM tag WHERE "workspaceId" = $1 AND "id" = ANY($3::text[]) FOR KEY SHARE) t
         ORDER BY x, t."id" ON CONFLICT DO NOTHING RETURNING "visitorId"`,
        [workspaceId, ids, addTagIds],
      )
    : [];
  const removed = removeTagIds.length
    ? await tx.query(
        `DELETE FROM visitor_tag WHERE ${ofIds} AND "tagId" = ANY($3::text[]) RETURNING "visitorId"`,
        [workspaceId, ids, removeTagIds],
      )
    : [];
  return [...added, ...removed].map((row) => String(row.visitorId));
}
