import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";

const row = z.object({
  workspaceId: z.string(),
  id: z.string(),
  kind: z.enum(["email", "slack", "webhook"]),
  channelId: z.string().nullable(),
  payload: z.json(),
  attempts: z.int(),
  generation: z.int(),
});

/** A message that this process may send, until the lease runs out by the database's clock. */
export type HeldMessage = z.output<typeof row>;

/** Longer than any attempt may take. */
const LEASE_SECONDS = 60;
/** A lane that hangs holds no more than this many places. */
const PER_LANE = 3;

// outbox_lane_availableAt_idx, probed once for each lane with something in it. A lane's places are those
// of all processes together, but for a race that may give it one or two more.
const CLAIM = `
  WITH RECURSIVE lanes AS (
    (SELECT "lane" FROM outbox WHERE "lane" IS NOT NULL ORDER BY "lane" LIMIT 1)
    UNION ALL
    SELECT (SELECT o."lane" FROM outbox o WHERE o."lane" > l."lane" ORDER BY o."lane" LIMIT 1)
    FROM lanes l WHERE l."lane" IS NOT NULL
  ), free AS (
    SELECT picked."workspaceId", picked."id" FROM lanes l CROSS JOIN LATERAL (
      SELECT o."workspaceId", o."id" FROM outbox o
      WHERE o."lane" = l."lane" AND o."availableAt" <= now()
        AND (o."leasedUntil" IS NULL OR o."leasedUntil" < now())
      ORDER BY o."availableAt", o."id"
      LIMIT greatest(0, ${PER_LANE} - (SELECT count(*) FROM outbox b
        WHERE b."lane" = l."lane" AND b."availableAt" <= now() AND b."leasedUntil" >= now()))
      FOR UPDATE SKIP LOCKED
    ) picked
    LIMIT $1
  )
  UPDATE outbox o SET "leasedUntil" = now() + make_interval(secs => ${LEASE_SECONDS}),
    "generation" = o."generation" + 1
  FROM free WHERE o."workspaceId" = free."workspaceId" AND o."id" = free."id"
  RETURNING o."workspaceId", o."id", o."kind", o."channelId", o."payload", o."attempts", o."generation"`;

/**
 * Claims up to `limit` messages, a few of each lane. Each claim raises the row's generation: a sender
 * that slept through its lease finds a higher one and writes nothing (a fencing token).
 */
export async function claimMessages(sql: Sql, limit: number): Promise<HeldMessage[]> {
  return (await sql.query(CLAIM, [limit])).map((one) => row.parse(one));
}

/** Gives up every lease. Only for an engine that no other process can be working on. */
export async function dropMessageLeases(sql: Sql): Promise<void> {
  await sql.query(`UPDATE outbox SET "leasedUntil" = NULL WHERE "leasedUntil" IS NOT NULL`);
}
