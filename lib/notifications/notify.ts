import { clip } from "#lib/clip.ts";
import { now } from "#lib/clock.ts";
import type { Sql } from "#lib/db/sql.ts";
import { newTimeId } from "#lib/ids.ts";

/** Something that members should know. */
export interface Notice {
  /** What it is about, for its icon: `alert`, `mention`, `task`, `owner`, `dealt`, `report`, … */
  kind: string;
  title: string;
  /** A second line. */
  body?: string;
  /** Where it leads: a path of ours such as `/acme/visitors/v_…`, never another site. */
  href?: string;
}

/**
 * Tells members of a workspace something: it is behind their bell when the caller's transaction
 * commits. Who is no member (any more), or does not want this kind, gets nothing. Returns the ids of those who were told.
 */
export async function notify(
  sql: Sql,
  workspaceId: string,
  userIds: readonly string[],
  notice: Notice,
): Promise<string[]> {
  if (userIds.length === 0) return [];
  const at = now();
  const rows = [...new Set(userIds)].map((userId) => ({ id: newTimeId("ntf", at), userId }));
  const told = await sql.query(
    `INSERT INTO notification ("workspaceId", "id", "userId", "kind", "title", "body", "href", "createdAt")
     SELECT $1, x."id", x."userId", $3, $4, $5, $6, $7::timestamptz
     FROM jsonb_to_recordset($2::text::jsonb) AS x("id" text, "userId" text)
     JOIN membership m ON m."workspaceId" = $1 AND m."userId" = x."userId"
       AND NOT ($3 = ANY (m."mutedNotices"))
     RETURNING "userId"`,
    [
      workspaceId,
      JSON.stringify(rows),
      notice.kind,
      clip(notice.title),
      notice.body === undefined ? null : clip(notice.body),
      ownPath(notice.href),
      new Date(at).toISOString(),
    ],
  );
  return told.map(({ userId }) => String(userId));
}

/** Only paths of ours: a link in a notification is trusted by who reads it. */
function ownPath(href: string | undefined): string | null {
  return href && /^\/(?![/\\])/.test(href) ? href : null;
}
