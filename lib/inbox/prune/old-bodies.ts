import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { firstTimeId } from "#lib/ids.ts";
import { BODY_TEXT } from "#lib/inbox/parse-body.ts";
import type { PruneAt, PruneStep } from "./prune-step.ts";

const PAGE = 100;

const row = z.object({
  id: z.string(),
  state: z.string(),
  webhookId: z.string(),
  bodyHash: z.string(),
  body: z.string().nullable(),
  hasEvent: z.boolean(),
});

/** A delivery of long ago; `hasEvent`: what it says stands in the tables. */
export type OldDelivery = z.output<typeof row>;

// The primary key gives the order of receipt.
const OLD = `
  SELECT d."id", d."state", d."webhookId", d."bodyHash", ${BODY_TEXT}, EXISTS (
    SELECT 1 FROM event e WHERE e."workspaceId" = d."workspaceId" AND e."eventId" = d."eventId"
      AND e."hash" = d."bodyHash" AND e."deliveryId" = d."id") AS "hasEvent"
  FROM delivery d
  LEFT JOIN delivery_body b ON b."workspaceId" = d."workspaceId" AND b."deliveryId" = d."id"
  WHERE d."workspaceId" = $1 AND d."id" > $2 AND d."id" < $3
  ORDER BY d."id" LIMIT ${PAGE}`;

/**
 * Goes once over the deliveries received before a time, in order, and notes in `cursor` how far it came,
 * so that the next day begins there. What still waits to be projected is waited for.
 */
export async function stepOverBodies(
  tx: Sql,
  { workspaceId, before, after, dryRun }: PruneAt,
  cursor: "payloadsTo" | "visitsTo",
  work: (deliveries: OldDelivery[]) => Promise<number>,
): Promise<PruneStep> {
  const from = after ?? (await readCursor(tx, workspaceId, cursor));
  const rows = await tx.query(OLD, [workspaceId, from, firstTimeId("del", before.getTime())]);
  const found = rows.map((one) => row.parse(one));
  const waiting = found.findIndex(({ state }) => state === "pending" || state === "failed");
  const deliveries = waiting < 0 ? found : found.slice(0, waiting);
  const last = deliveries.at(-1);
  if (!last) return { count: 0, next: null };
  const count = await work(deliveries);
  if (!dryRun) {
    await tx.query(`UPDATE privacy_settings SET "${cursor}" = $2 WHERE "workspaceId" = $1`, [
      workspaceId,
      last.id,
    ]);
  }
  return { count, next: waiting < 0 && rows.length === PAGE ? last.id : null };
}

async function readCursor(tx: Sql, workspaceId: string, cursor: string): Promise<string> {
  const [found] = await tx.query(
    `SELECT "${cursor}" AS "id" FROM privacy_settings WHERE "workspaceId" = $1`,
    [workspaceId],
  );
  return z.object({ id: z.string() }).parse(found).id;
}

/** A body in its new, smaller form; `word` is added to what the delivery's row says is gone. */
export async function rewriteBodies(
  tx: Sql,
  workspaceId: string,
  word: "raw" | "visit",
  bodies: readonly { id: string; text: string }[],
): Promise<void> {
  const values = [workspaceId, JSON.stringify(bodies)];
  const x = `jsonb_to_recordset($2::text::jsonb) AS x("id" text, "text" text)`;
  await tx.query(
    `UPDATE delivery_body b SET "body" = convert_to(x."text", 'UTF8') FROM ${x}
     WHERE b."workspaceId" = $1 AND b."deliveryId" = x."id"`,
    values,
  );
  await tx.query(
    `UPDATE delivery d SET "removed" = array_append(d."removed", $3) FROM ${x}
     WHERE d."workspaceId" = $1 AND d."id" = x."id" AND NOT coalesce($3 = ANY(d."removed"), false)`,
    [...values, word],
  );
}

/** Bodies on which nothing stands. What could still have been released or replayed is given up. */
export async function deleteBodies(
  tx: Sql,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `DELETE FROM delivery_body WHERE "workspaceId" = $1 AND "deliveryId" = ANY($2::text[])`,
    [workspaceId, ids],
  );
  await tx.query(
    `UPDATE delivery SET "detail" = NULL,
       "reason" = CASE WHEN "state" IN ('quarantined', 'dead') THEN 'pruned' ELSE "reason" END,
       "state" = CASE WHEN "state" IN ('quarantined', 'dead') THEN 'ignored' ELSE "state" END
     WHERE "workspaceId" = $1 AND "id" = ANY($2::text[])`,
    [workspaceId, ids],
  );
}
