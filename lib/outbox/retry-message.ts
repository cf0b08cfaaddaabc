import { db } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { laneOf } from "#lib/outbox/queue-messages.ts";

/** Gives a message that was given up all its attempts again. Throws `not_found` when it is not dead. */
export async function retryMessage(workspaceId: string, ruleId: string, id: string): Promise<void> {
  const dead = await db().outbox.findFirst({ where: { workspaceId, ruleId, id, state: "dead" } });
  if (!dead) throw new FoyerError("not_found", "There is no such message to try again.");
  await db().outbox.updateMany({
    where: { workspaceId, id, state: "dead" },
    data: {
      state: "pending",
      lane: laneOf(dead),
      availableAt: new Date(0),
      leasedUntil: null,
      attempts: 0,
      finishedAt: null,
      generation: { increment: 1 },
    },
  });
}
