import { sql } from "#lib/db/client.ts";
import type { HeldMessage } from "#lib/outbox/claim-messages.ts";
import { settleMessage } from "#lib/outbox/held-message.ts";
import type { OutgoingMessage, SendResult } from "#lib/outbox/message.ts";
import { queueMessages } from "#lib/outbox/queue-messages.ts";
import { sendMessage } from "#lib/outbox/send-message.ts";

/**
 * Sends one message while the caller waits, with a single attempt, and says what came of it. It stands
 * in the log like the others.
 */
export async function sendNow(workspaceId: string, message: OutgoingMessage): Promise<SendResult> {
  const id = await sql().transaction(async (tx) => {
    const [made = ""] = await queueMessages(tx, workspaceId, [message]);
    // Held before anybody else can see it.
    await tx.query(
      `UPDATE outbox SET "leasedUntil" = now() + interval '60 seconds', "generation" = 1
       WHERE "workspaceId" = $1 AND "id" = $2`,
      [workspaceId, made],
    );
    return made;
  });
  const { kind, channelId, payload } = message;
  const held: HeldMessage = {
    workspaceId,
    id,
    kind,
    channelId,
    payload,
    attempts: 0,
    generation: 1,
  };
  const result = await sendMessage(held);
  await settleMessage(sql(), held, result.ok ? result : { ...result, isFinal: true });
  return result;
}
