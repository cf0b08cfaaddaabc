import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";

const leaseRow = z.object({
  workspaceId: z.string(),
  deliveryId: z.string(),
  generation: z.number(),
});

/** The right to project a delivery, until the lease runs out by the database's clock. */
export type Lease = z.output<typeof leaseRow>;

const LEASE_SECONDS = 30;

// A locked row stays at its ctid, which spares a join that is planned without statistics, as the queue
// never has any. It holds only pending work; delivery_queue_availableAt_idx gives it in order. Its instants are
// rounded to milliseconds: what has just been stored may be half of one ahead.
const CLAIM = `
  UPDATE delivery_queue q
  SET "leasedUntil" = now() + make_interval(secs => ${LEASE_SECONDS}), "generation" = q."generation" + 1
  WHERE q.ctid = ANY (ARRAY(
    SELECT ctid FROM delivery_queue
    WHERE "availableAt" <= now() + interval '1 millisecond' AND ("leasedUntil" IS NULL OR "leasedUntil" < now())
    ORDER BY "availableAt", "deliveryId" LIMIT $1
    FOR UPDATE SKIP LOCKED
  ))
  RETURNING q."workspaceId", q."deliveryId", q."generation"`;

/**
 * Claims up to `limit` deliveries. Each claim raises the row's generation: a worker that slept through
 * its lease finds a higher one and completes nothing (a fencing token).
 */
export async function claimLeases(sql: Sql, limit: number): Promise<Lease[]> {
  return (await sql.query(CLAIM, [limit])).map((row) => leaseRow.parse(row));
}

/** Gives up leases that are still ours, for any worker to take at once. */
export async function releaseLeases(sql: Sql, leases: readonly Lease[]): Promise<void> {
  if (leases.length === 0) return;
  await sql.run(
    `UPDATE delivery_queue q SET "leasedUntil" = NULL
     FROM jsonb_to_recordset($1::text::jsonb) AS x("workspaceId" text, "deliveryId" text, "generation" int)
     WHERE q."workspaceId" = x."workspaceId" AND q."deliveryId" = x."deliveryId"
       AND q."generation" = x."generation"`,
    [JSON.stringify(leases)],
  );
}

/** Gives up every lease. Only for an engine that no other process can be working on. */
export async function dropAllLeases(sql: Sql): Promise<void> {
  await sql.query(`UPDATE delivery_queue SET "leasedUntil" = NULL WHERE "leasedUntil" IS NOT NULL`);
}
