import { now } from "#lib/clock.ts";
import type { Sql } from "#lib/db/sql.ts";
import { newTimeId } from "#lib/ids.ts";

/** What happened longer ago than this fires nothing: it is history that arrives late, or a replay. */
export const FRESH_MS = 24 * 3_600_000;

/**
 * Puts visitors that a projection changed on the queue of the alerts, within its transaction; does
 * nothing when all of it is old (`newest`, ms) or when the workspace has no rule that is on. That is
 * asked by the statement itself, so no process has to know of a rule that another one has just made.
 */
export async function queueForAlerts(
  sql: Sql,
  workspaceId: string,
  visitorIds: readonly string[],
  newest: number,
): Promise<void> {
  const at = now();
  if (visitorIds.length === 0 || newest < at - FRESH_MS) return;
  const rows = visitorIds.map((visitorId) => ({ id: newTimeId("alq", at), visitorId }));
  await sql.run(
    `INSERT INTO alert_queue ("workspaceId", "id", "visitorId", "availableAt")
     SELECT $1, x."id", x."visitorId", date_trunc('milliseconds', now())
     FROM jsonb_to_recordset($2::text::jsonb) AS x("id" text, "visitorId" text)
     WHERE EXISTS (SELECT 1 FROM alert_rule r
       WHERE r."workspaceId" = $1 AND r."enabledAt" IS NOT NULL)`,
    [workspaceId, JSON.stringify(rows)],
  );
}
