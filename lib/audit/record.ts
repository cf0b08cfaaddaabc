import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { newTimeId } from "#lib/ids.ts";
import type { Json } from "#lib/json.ts";

/**
 * Writes one line of the audit log: who (`actorId` is a user id, null for the operator's own commands)
 * did what (`noun.verb`) to what. Give the transaction as `client` to have both or neither. `detail`
 * must hold no secrets.
 */
export async function recordAudit(
  workspaceId: string,
  actorId: string | null,
  action: string,
  target: string | null = null,
  detail?: { [key: string]: Json },
  client: Prisma.TransactionClient = db(),
): Promise<void> {
  const at = now();
  await client.auditEntry.create({
    data: {
      workspaceId,
      id: newTimeId("aud", at),
      at: new Date(at),
      actorId,
      action,
      target,
      ...(detail && { detail }),
    },
  });
}
