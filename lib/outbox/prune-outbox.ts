import { sql } from "#lib/db/client.ts";

const KEEP_DAYS = 30;

/**
 * Forgets messages that were sent or given up a month ago (outbox_state_finishedAt_idx), and notifications
 * after three months.
 */
export async function pruneOutbox(): Promise<void> {
  await sql().query(
    `DELETE FROM outbox
     WHERE "state" IN ('sent', 'dead') AND "finishedAt" < now() - make_interval(days => ${KEEP_DAYS})`,
  );
  await sql().query(
    `DELETE FROM notification WHERE "createdAt" < now() - make_interval(days => ${3 * KEEP_DAYS})`,
  );
}
