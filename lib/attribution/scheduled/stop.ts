import { recordAudit } from "#lib/audit/record.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { readStopToken } from "./stop-token.ts";

/** The mail that a token ends, as its page names it; null for a wrong token and a mail that is no more. */
export async function getStoppable(token: string) {
  const found = readStopToken(token);
  if (!found) return null;
  const { workspaceId, recipientId } = found;
  const recipient = await db().reportRecipient.findUnique({
    where: { workspaceId_id: { workspaceId, id: recipientId } },
  });
  if (!recipient) return null;
  const schedule = await db().reportSchedule.findUnique({
    where: { workspaceId_id: { workspaceId, id: recipient.scheduleId } },
    select: { name: true },
  });
  return schedule && { name: schedule.name, hasStopped: recipient.stoppedAt !== null };
}

/** Ends a mail for who holds the token. Nothing happens for a wrong one, or when it has ended already. */
export async function stopMail(token: string): Promise<void> {
  const found = readStopToken(token);
  if (!found) return;
  const { workspaceId, recipientId } = found;
  await db().$transaction(async (tx) => {
    const where = { workspaceId, id: recipientId, stoppedAt: null };
    const row = await tx.reportRecipient.findFirst({ where });
    if (!row) return;
    await tx.reportRecipient.updateMany({ where, data: { stoppedAt: new Date(now()) } });
    const detail = { recipient: recipientId };
    await recordAudit(
      workspaceId,
      row.userId,
      "report_schedule.stopped",
      row.scheduleId,
      detail,
      tx,
    );
  });
}
