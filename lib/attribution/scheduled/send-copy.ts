import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import type { SendResult } from "#lib/outbox/message.ts";
import { sendNow } from "#lib/outbox/send-now.ts";
import { composeReport } from "./compose-report.ts";
import { type MailWorkspace, readReportMail } from "./read-mail.ts";
import { keptSchedule } from "./schedule.ts";

/** Sends the mail as it would go out now to whoever asks, and says what came of it. Throws `not_found`. */
export async function sendCopy(
  workspace: MailWorkspace,
  to: string,
  id: string,
): Promise<SendResult> {
  const where = { workspaceId_id: { workspaceId: workspace.id, id } };
  const row = await db().reportSchedule.findUnique({ where });
  if (!row) throw new FoyerError("not_found", "This mail is no more.");
  const mail = await readReportMail(workspace, keptSchedule.parse(row), now());
  return sendNow(workspace.id, {
    ...{ kind: "email", ruleId: null, channelId: null, subject: "Report", recipient: to },
    isTest: true,
    payload: composeReport(mail, to, null),
  });
}
