import type { Sql } from "#lib/db/sql.ts";

/** Counts what a payload held beyond its schema, by event type and path. */
export async function recordDrift(
  sql: Sql,
  delivery: { workspaceId: string; id: string },
  type: string,
  paths: readonly string[],
): Promise<void> {
  if (paths.length === 0) return;
  await sql.run(
    `INSERT INTO drift AS d ("workspaceId", "type", "path", "deliveryId", "count", "firstSeenAt", "lastSeenAt")
     SELECT $1, $2, p, $3, 1, now(), now() FROM unnest($4::text[]) AS p
     ON CONFLICT ("workspaceId", "type", "path") DO UPDATE SET "count" = d."count" + 1,
       "lastSeenAt" = now(), "deliveryId" = EXCLUDED."deliveryId"`,
    [delivery.workspaceId, type, delivery.id, [...new Set(paths)]],
  );
}
