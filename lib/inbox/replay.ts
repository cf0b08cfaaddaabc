import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { wakeDrain } from "#lib/inbox/drain-signal.ts";

/**
 * Puts a delivery back on the queue, whatever became of it: a quarantined one is released, a failed or
 * dead one is tried again, a projected one is found to be known and changes nothing. Throws `not_found`, and
 * `gone` where its body was erased.
 */
export async function replayDelivery(workspaceId: string, id: string): Promise<void> {
  const rows = await sql().query(
    `WITH again AS (
       UPDATE delivery SET "state" = 'pending', "reason" = NULL, "detail" = NULL, "attempts" = 0
       WHERE "workspaceId" = $1 AND "id" = $2 AND EXISTS (SELECT 1 FROM delivery_body b
         WHERE b."workspaceId" = $1 AND b."deliveryId" = $2) RETURNING "workspaceId", "id"
     ), queued AS (
       INSERT INTO delivery_queue ("workspaceId", "deliveryId") SELECT "workspaceId", "id" FROM again
       ON CONFLICT ("workspaceId", "deliveryId") DO UPDATE SET "availableAt" = now(),
         "leasedUntil" = NULL, "generation" = delivery_queue."generation" + 1
     )
     SELECT "id" FROM again`,
    [workspaceId, id],
  );
  if (rows.length === 0) await refuse(workspaceId, id);
  wakeDrain();
}

async function refuse(workspaceId: string, id: string): Promise<never> {
  const known = await sql().query(`SELECT 1 FROM delivery WHERE "workspaceId" = $1 AND "id" = $2`, [
    workspaceId,
    id,
  ]);
  if (known.length === 0) throw new FoyerError("not_found", "There is no such delivery.");
  throw new FoyerError(
    "gone",
    "The body of this delivery is no longer kept: there is nothing to replay.",
  );
}

/** States whose deliveries may be replayed together. */
export const REPLAYABLE_STATES = ["quarantined", "failed", "dead", "ignored"] as const;

/**
 * Puts every delivery of a workspace that is in `state` back on the queue, in steps of `step` so that no
 * statement holds many rows. Returns how many. What fails again simply gets the same state again, which
 * is why only deliveries received before the call are taken, and each once.
 */
export async function replayState(
  workspaceId: string,
  state: (typeof REPLAYABLE_STATES)[number],
  step = 500,
): Promise<number> {
  let total = 0;
  let after = "";
  for (;;) {
    const rows = await sql().query(
      `SELECT "id" FROM delivery d WHERE "workspaceId" = $1 AND "state" = $2 AND "id" > $3
         AND EXISTS (SELECT 1 FROM delivery_body b
           WHERE b."workspaceId" = d."workspaceId" AND b."deliveryId" = d."id")
       ORDER BY "id" LIMIT $4`,
      [workspaceId, state, after, step],
    );
    const ids = rows.map((row) => z.string().parse(row.id));
    for (const id of ids) await replayDelivery(workspaceId, id);
    total += ids.length;
    const last = ids.at(-1);
    if (last === undefined) return total;
    after = last;
  }
}
