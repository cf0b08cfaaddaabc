import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";

const changedRow = z.object({
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/**
 * Sets the visitor of sessions and of their page views. Returns every visitor that lost or gained a
 * session by it.
 */
export async function assignSessions(
  sql: Sql,
  workspaceId: string,
  owners: readonly { sid: string; visitorId: string | null }[],
): Promise<Set<string>> {
  const touched = new Set<string>();
  if (owners.length === 0) return touched;
  const rows = await sql.query(
    `WITH x AS (
       SELECT * FROM jsonb_to_recordset($2::text::jsonb) AS x("sid" text, "visitorId" text)
     ), before AS (
       SELECT s."sid", s."visitorId" AS before, x."visitorId" AS after
       FROM session s JOIN x USING ("sid")
       WHERE s."workspaceId" = $1 AND s."visitorId" IS DISTINCT FROM x."visitorId"
     ), moved AS (
       UPDATE session s SET "visitorId" = b.after FROM before b
       WHERE s."workspaceId" = $1 AND s."sid" = b."sid"
     ), views AS (
       UPDATE page_view p SET "visitorId" = x."visitorId" FROM x
       WHERE p."workspaceId" = $1 AND p."sid" = x."sid"
         AND p."visitorId" IS DISTINCT FROM x."visitorId"
     )
     SELECT before, after FROM before`,
    [workspaceId, JSON.stringify(owners)],
  );
  for (const row of rows) {
    const { before, after } = changedRow.parse(row);
    if (before) touched.add(before);
    if (after) touched.add(after);
  }
  return touched;
}
