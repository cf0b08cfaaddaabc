import type { Sql } from "#lib/db/sql.ts";

/**
 * Brings device rows in line with their sessions. `vids` are the devices whose sessions may have
 * changed; `owners` those of them whose visitor was worked out anew.
 */
export async function refreshDevices(
  sql: Sql,
  workspaceId: string,
  vids: readonly string[],
  owners: readonly { vid: string; visitorId: string | null }[],
): Promise<void> {
  if (vids.length === 0) return;
  await sql.run(
    `INSERT INTO device ("workspaceId", "vid", "userAgent", "sessions", "firstSeenAt", "lastSeenAt")
     SELECT $1, s."vid",
       (array_agg(s."facts"->'fields'->'userAgent'->>0 ORDER BY s."createdAt" DESC, s."sid" DESC))[1],
       count(*), min(s."createdAt"), max(s."lastSeenAt")
     FROM session s WHERE s."workspaceId" = $1 AND s."vid" = ANY($2::text[])
     GROUP BY s."vid"
     ON CONFLICT ("workspaceId", "vid") DO UPDATE SET "userAgent" = EXCLUDED."userAgent",
       "sessions" = EXCLUDED."sessions", "firstSeenAt" = EXCLUDED."firstSeenAt",
       "lastSeenAt" = EXCLUDED."lastSeenAt"`,
    [workspaceId, vids],
  );
  await sql.run(
    `DELETE FROM device d WHERE d."workspaceId" = $1 AND d."vid" = ANY($2::text[]) AND NOT EXISTS (
       SELECT 1 FROM session s WHERE s."workspaceId" = $1 AND s."vid" = d."vid")`,
    [workspaceId, vids],
  );
  await sql.run(
    `UPDATE device d SET "visitorId" = x."visitorId"
     FROM jsonb_to_recordset($2::text::jsonb) AS x("vid" text, "visitorId" text)
     WHERE d."workspaceId" = $1 AND d."vid" = x."vid" AND d."visitorId" IS DISTINCT FROM x."visitorId"`,
    [workspaceId, JSON.stringify(owners)],
  );
}
