import type { Sql } from "#lib/db/sql.ts";
import type { HeldMessage } from "#lib/outbox/claim-messages.ts";
import type { SendResult } from "#lib/outbox/message.ts";

/** Over these attempts come about six hours in which the other side may recover. */
export const MAX_ATTEMPTS = 8;
const FIRST_DELAY_SECONDS = 5;
const MAX_DELAY_SECONDS = 3 * 3_600;

/** The pause in seconds after attempt number `attempts`: fourfold each time, within ±25 %. */
export function retryAfter(attempts: number, asked = 0, random = Math.random()): number {
  const delay = Math.min(MAX_DELAY_SECONDS, FIRST_DELAY_SECONDS * 4 ** (attempts - 1));
  // What the receiver asks for counts, within reason.
  return Math.max(Math.min(asked, MAX_DELAY_SECONDS), Math.round(delay * (0.75 + random / 2)));
}

/**
 * Writes what came of an attempt: sent, to be tried again, or given up. Changes nothing when another
 * process has the message. What was sent is forgotten here, since it holds personal data.
 */
export async function settleMessage(
  sql: Sql,
  message: HeldMessage,
  result: SendResult,
): Promise<void> {
  const attempts = message.attempts + 1;
  const held = [message.workspaceId, message.id, message.generation, attempts, result.status];
  const where = `WHERE "workspaceId" = $1 AND "id" = $2 AND "generation" = $3`;
  const over = `"lane" = NULL, "availableAt" = NULL, "leasedUntil" = NULL, "finishedAt" = now()`;
  const tried = `"attempts" = $4, "status" = $5`;
  if (result.ok) {
    await sql.query(
      `UPDATE outbox SET "state" = 'sent', ${tried}, ${over}, "reason" = NULL, "payload" = NULL ${where}`,
      held,
    );
  } else if (result.isFinal || attempts >= MAX_ATTEMPTS) {
    await sql.query(
      `UPDATE outbox SET "state" = 'dead', ${tried}, ${over}, "reason" = $6 ${where}`,
      [...held, result.reason],
    );
  } else {
    await sql.query(
      `UPDATE outbox SET ${tried}, "leasedUntil" = NULL, "reason" = $6,
         "availableAt" = now() + make_interval(secs => $7) ${where}`,
      [...held, result.reason, retryAfter(attempts, result.retryAfterSeconds)],
    );
  }
}
