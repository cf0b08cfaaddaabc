import { z } from "zod";
import type { Engine, Sql } from "#lib/db/sql.ts";
import type { Lease } from "#lib/inbox/lease.ts";

/** What became of a delivery. */
export interface Fate {
  workspaceId: string;
  id: string;
  state: "projected" | "duplicate" | "ignored" | "quarantined";
  reason: string | null;
  detail: object | null;
  eventId: string | null;
  type: string | null;
  occurredAt: number | null;
}

const MAX_ATTEMPTS = 8;
const FIRST_DELAY_MS = 2_000;
const MAX_DELAY_MS = 10 * 60_000;

/**
 * Writes the fates of deliveries and takes them off the queue. A delivery that was projected and is
 * replayed is known by now, but stays the one that was projected.
 */
export async function finishDeliveries(sql: Sql, fates: readonly Fate[]): Promise<void> {
  const rows = fates.map((fate) => ({
    ...fate,
    occurredAt: fate.occurredAt === null ? null : new Date(fate.occurredAt),
  }));
  await sql.run(
    `WITH x AS (
       SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS x("workspaceId" text, "id" text,
         "state" text, "reason" text, "detail" jsonb, "eventId" text, "type" text,
         "occurredAt" timestamptz)
     ), done AS (
       -- By key, as where they are held (drain.ts).
       DELETE FROM delivery_queue WHERE ctid = ANY (ARRAY(
         SELECT q.ctid FROM x CROSS JOIN LATERAL (
           SELECT ctid FROM delivery_queue q
           WHERE q."workspaceId" = x."workspaceId" AND q."deliveryId" = x."id" OFFSET 0
         ) q))
     )
     UPDATE delivery d SET "state" = CASE
         WHEN x."state" = 'duplicate' AND EXISTS (
           SELECT 1 FROM event e WHERE e."workspaceId" = d."workspaceId"
             AND e."eventId" = x."eventId" AND e."hash" = d."bodyHash" AND e."deliveryId" = d."id"
         ) THEN 'projected' ELSE x."state" END,
       "reason" = x."reason", "detail" = x."detail",
       "eventId" = x."eventId", "type" = x."type", "occurredAt" = x."occurredAt",
       "attempts" = d."attempts" + 1,
       "projectedAt" = CASE WHEN x."state" IN ('projected', 'duplicate') THEN now() END
     FROM x WHERE d."workspaceId" = x."workspaceId" AND d."id" = x."id"`,
    [JSON.stringify(rows)],
  );
}

/** The pause before attempt `attempts + 1`: doubled each time, within ±25 %, so that retries spread. */
export function retryDelay(attempts: number, random = Math.random()): number {
  const delay = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** attempts);
  return Math.round(delay * (0.75 + random / 2));
}

/** Notes a failed attempt: the delivery is tried again later, or is dead after the last attempt. */
export async function postpone(sql: Engine, lease: Lease, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  await sql.transaction(async (tx) => {
    // Whoever holds a later generation decides; then there is nothing to note here.
    const [row] = await tx.query(
      `SELECT d."attempts" FROM delivery_queue q
       JOIN delivery d ON d."workspaceId" = q."workspaceId" AND d."id" = q."deliveryId"
       WHERE q."workspaceId" = $1 AND q."deliveryId" = $2 AND q."generation" = $3 FOR UPDATE OF q`,
      [lease.workspaceId, lease.deliveryId, lease.generation],
    );
    if (!row) return;
    const attempts = z.number().parse(row.attempts) + 1;
    const isDead = attempts >= MAX_ATTEMPTS;
    const key = [lease.workspaceId, lease.deliveryId];
    await tx.run(
      `UPDATE delivery SET "state" = $3, "reason" = 'projection_failed', "attempts" = $4,
         "detail" = jsonb_build_object('error', $5::text)
       WHERE "workspaceId" = $1 AND "id" = $2`,
      [...key, isDead ? "dead" : "failed", attempts, message.slice(0, 500)],
    );
    if (isDead) {
      await tx.run(
        `DELETE FROM delivery_queue WHERE "workspaceId" = $1 AND "deliveryId" = $2`,
        key,
      );
      return;
    }
    await tx.run(
      `UPDATE delivery_queue SET "leasedUntil" = NULL, "availableAt" = now() + make_interval(secs => $3)
       WHERE "workspaceId" = $1 AND "deliveryId" = $2`,
      [...key, retryDelay(attempts - 1) / 1000],
    );
  });
}
