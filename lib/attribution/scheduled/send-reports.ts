import { z } from "zod";
import { listReachable } from "#lib/alerts/recipients.ts";
import { now } from "#lib/clock.ts";
import { db, sql } from "#lib/db/client.ts";
import type { Sql } from "#lib/db/sql.ts";
import { isFoyerError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { announce } from "#lib/notifications/announce.ts";
import { notify } from "#lib/notifications/notify.ts";
import type { OutgoingMessage } from "#lib/outbox/message.ts";
import { queueMessages } from "#lib/outbox/queue-messages.ts";
import { sendDue } from "#lib/outbox/run-outbox.ts";
import { composeReport, type ReportMail } from "./compose-report.ts";
import { readReportMail } from "./read-mail.ts";
import { keptSchedule } from "./schedule.ts";
import { lastDue, nextSend } from "./send-time.ts";
import { stopPageUrl, stopPostUrl, stopToken } from "./stop-token.ts";

const MOST_AT_ONCE = 50;
const dueRow = z.object({ workspaceId: z.string(), id: z.string() });
const recipientRow = z.object({
  id: z.string(),
  userId: z.string().nullable(),
  address: z.string().nullable(),
});

/** Queues the reports that are due. One that fails is logged and does not hold up the others. */
export async function sendReports(): Promise<void> {
  // Index: report_schedule ("nextAt"); what is paused has no time there.
  const rows = await sql().query(
    `SELECT "workspaceId", id FROM report_schedule WHERE "nextAt" <= $1
     ORDER BY "nextAt" LIMIT ${MOST_AT_ONCE}`,
    [new Date(now()).toISOString()],
  );
  for (const row of rows) {
    const { workspaceId, id } = dueRow.parse(row);
    await sendReport(workspaceId, id).catch((error: unknown) =>
      log().error({ err: error, workspaceId, scheduleId: id }, "a report could not be mailed"),
    );
  }
  if (rows.length > 0) await sendDue();
}

async function sendReport(workspaceId: string, id: string): Promise<void> {
  const [row, workspace] = await Promise.all([
    db().reportSchedule.findUnique({ where: { workspaceId_id: { workspaceId, id } } }),
    db().workspace.findUnique({ where: { id: workspaceId } }),
  ]);
  if (!row?.nextAt || !workspace) return;
  const schedule = keptSchedule.parse(row);
  const due = row.nextAt.getTime();
  const last = lastDue(schedule, workspace.timezone, due, now());
  // Read before the transaction, which then holds nothing for longer than it takes to write.
  const mail = await readReportMail(workspace, schedule, last).catch((error: unknown) => {
    // Parameters that a later version takes no more: the next time would read no better.
    if (isFoyerError(error) && error.code === "invalid_request") return null;
    throw error;
  });
  const next = mail ? new Date(nextSend(schedule, workspace.timezone, last)).toISOString() : null;
  const told = await sql().transaction(async (tx) => {
    // Whoever comes second, or after a change, finds another time there and queues nothing.
    const taken = await tx.query(
      `UPDATE report_schedule SET "nextAt" = $4, "lastAt" = $5
       WHERE "workspaceId" = $1 AND id = $2 AND "nextAt" = $3 RETURNING 1`,
      [workspaceId, id, new Date(due).toISOString(), next, new Date(now()).toISOString()],
    );
    if (taken.length === 0) return [];
    if (!mail) return tellPaused(tx, workspace, row);
    const members = await listReachable(tx, workspaceId);
    const recipients = await tx.query(
      `SELECT id, "userId", address FROM report_recipient
       WHERE "workspaceId" = $1 AND "scheduleId" = $2 AND "stoppedAt" IS NULL ORDER BY id`,
      [workspaceId, id],
    );
    const messages = recipients.flatMap((each) => {
      const { id: recipientId, userId, address } = recipientRow.parse(each);
      const to = userId === null ? address : members.get(userId);
      return to ? [messageOf(id, mail, to, stopToken(workspaceId, recipientId))] : [];
    });
    await queueMessages(tx, workspaceId, messages);
    return [];
  });
  await announce(workspaceId, told);
}

/** Tells who set up a mail that it has stopped by itself; returns who was told. */
async function tellPaused(
  tx: Sql,
  workspace: { id: string; slug: string },
  { name, createdById }: { name: string; createdById: string | null },
): Promise<string[]> {
  return notify(tx, workspace.id, createdById === null ? [] : [createdById], {
    kind: "report",
    title: `“${name}” is no longer mailed`,
    body: "Its report can't be read any more. Open the report, and set up the mail again.",
    href: `/${workspace.slug}/attribution/handed-on`,
  });
}

function messageOf(
  scheduleId: string,
  mail: ReportMail,
  to: string,
  token: string,
): OutgoingMessage {
  const stop = { page: stopPageUrl(token), post: stopPostUrl(token) };
  return {
    ...{ kind: "email", ruleId: null, channelId: null, scheduleId },
    ...{ subject: "Report", recipient: to },
    payload: composeReport(mail, to, stop),
  };
}
