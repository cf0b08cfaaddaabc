import { z } from "zod";
import { evaluateVisitors } from "#lib/alerts/evaluate-visitors.ts";
import { sql } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { announce } from "#lib/notifications/announce.ts";
import { sendDue } from "#lib/outbox/run-outbox.ts";

const queued = z.object({ workspaceId: z.string(), id: z.string(), visitorId: z.string() });
type Queued = z.output<typeof queued>;

const BATCH = 300;
const MAX_ATTEMPTS = 5;

// alert_queue_availableAt_idx; rows that another evaluation holds are left to it.
const CLAIM = `
  SELECT "workspaceId", "id", "visitorId" FROM alert_queue WHERE "availableAt" <= now()
  ORDER BY "availableAt", "id" LIMIT $1 FOR UPDATE SKIP LOCKED`;

/** Evaluates what is queued until nothing is left, and lets the messages go out. */
export async function evaluateAlerts(): Promise<void> {
  let isMore = true;
  while (isMore) isMore = (await evaluateBatch()) === BATCH;
  await sendDue();
}

/**
 * Holds a batch of changed visitors against the rules: in one transaction they leave the queue, what
 * fires is written down and its messages are queued. Returns how many it took. When it fails each is
 * tried alone, so that one that cannot be evaluated does not hold up the others.
 */
async function evaluateBatch(): Promise<number> {
  try {
    return await evaluate(BATCH);
  } catch (error) {
    log().warn({ err: error }, "a batch of alerts failed; trying one by one");
  }
  let taken = 0;
  while (taken < BATCH) {
    const claimed: Queued[] = [];
    try {
      if ((await evaluate(1, claimed)) === 0) break;
    } catch (error) {
      const [one] = claimed;
      log().error({ err: error, visitorId: one?.visitorId }, "alerts could not be evaluated");
      if (!one) throw error;
      await postpone(one);
    }
    taken += 1;
  }
  return taken;
}

async function postpone({ workspaceId, id }: Queued): Promise<void> {
  const key = [workspaceId, id];
  await sql().query(
    `UPDATE alert_queue SET "attempts" = "attempts" + 1,
       "availableAt" = now() + make_interval(secs => 30 * 2 ^ "attempts")
     WHERE "workspaceId" = $1 AND "id" = $2`,
    key,
  );
  await sql().query(
    `DELETE FROM alert_queue WHERE "workspaceId" = $1 AND "id" = $2 AND "attempts" >= ${MAX_ATTEMPTS}`,
    key,
  );
}

/** `claimed` is told what was taken, also when the evaluation then fails. */
async function evaluate(limit: number, claimed: Queued[] = []): Promise<number> {
  const told: { workspaceId: string; userIds: readonly string[] }[] = [];
  const count = await sql().transaction(async (tx) => {
    const rows = (await tx.query(CLAIM, [limit])).map((row) => queued.parse(row));
    claimed.push(...rows);
    const workspaceIds = [...new Set(rows.map(({ workspaceId }) => workspaceId))].sort();
    for (const workspaceId of workspaceIds) {
      const mine = rows.filter((row) => row.workspaceId === workspaceId);
      const visitorIds = [...new Set(mine.map(({ visitorId }) => visitorId))];
      const userIds = await evaluateVisitors(tx, workspaceId, visitorIds);
      told.push({ workspaceId, userIds });
      await tx.query(
        `DELETE FROM alert_queue WHERE "workspaceId" = $1 AND "id" = ANY($2::text[])`,
        [workspaceId, mine.map(({ id }) => id)],
      );
    }
    return rows.length;
  });
  for (const { workspaceId, userIds } of told) await announce(workspaceId, userIds);
  return count;
}
