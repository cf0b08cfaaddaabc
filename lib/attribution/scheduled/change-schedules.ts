import { type ReportRequest, undatedParams } from "#lib/attribution/figures/report-params.ts";
import { recordAudit } from "#lib/audit/record.ts";
import { can, type Role } from "#lib/auth/permissions.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { newTimeId } from "#lib/ids.ts";
import { MOST_SCHEDULES } from "./list-schedules.ts";
import { keptSchedule, type ScheduleInput } from "./schedule.ts";
import { nextSend } from "./send-time.ts";

type Tx = Prisma.TransactionClient;

/** Who asks, and where. */
export interface Asking {
  workspace: { id: string; timezone: string };
  userId: string;
  role: Role;
}

/** Mails a report from now on, and returns the schedule's id. Throws `conflict` when there are too many. */
export async function createSchedule(
  asking: Asking,
  request: ReportRequest,
  input: ScheduleInput,
): Promise<string> {
  const { workspace, userId } = asking;
  const params = undatedParams(request, workspace.timezone);
  const id = newTimeId("rsc", now());
  await db().$transaction(async (tx) => {
    const workspaceId = workspace.id;
    if ((await tx.reportSchedule.count({ where: { workspaceId } })) >= MOST_SCHEDULES) {
      throw new FoyerError("conflict", `There are ${MOST_SCHEDULES} mails. Remove one first.`);
    }
    const data = { workspaceId, id, report: request.report, params, createdById: userId };
    await tx.reportSchedule.create({ data: { ...data, ...columnsOf(input, workspace.timezone) } });
    await setRecipients(tx, asking, id, input);
    await recordAudit(workspaceId, userId, "report_schedule.created", id, detailOf(input), tx);
  });
  return id;
}

/** Changes when and to whom a report is mailed. False when there is none of this id. */
export async function updateSchedule(
  asking: Asking,
  id: string,
  input: ScheduleInput,
): Promise<boolean> {
  const { workspace, userId } = asking;
  const workspaceId = workspace.id;
  return db().$transaction(async (tx) => {
    const data = columnsOf(input, workspace.timezone);
    const { count } = await tx.reportSchedule.updateMany({ where: { workspaceId, id }, data });
    if (count === 0) return false;
    await setRecipients(tx, asking, id, input);
    await recordAudit(workspaceId, userId, "report_schedule.changed", id, detailOf(input), tx);
    return true;
  });
}

/** Pauses a mail, or sends it again from the next time on. Nothing happens when it is gone. */
export async function pauseSchedule(
  { workspace, userId }: Asking,
  id: string,
  isPaused: boolean,
): Promise<void> {
  const where = { workspaceId: workspace.id, id };
  await db().$transaction(async (tx) => {
    const row = await tx.reportSchedule.findFirst({ where });
    if (!row) return;
    const time = keptSchedule.parse(row);
    const nextAt = isPaused ? null : new Date(nextSend(time, workspace.timezone, now()));
    await tx.reportSchedule.updateMany({ where, data: { nextAt } });
    const action = isPaused ? "report_schedule.paused" : "report_schedule.resumed";
    await recordAudit(workspace.id, userId, action, id, undefined, tx);
  });
}

/** Ends a mail for all who get it. Nothing happens when it is gone already. */
export async function removeSchedule({ workspace, userId }: Asking, id: string): Promise<void> {
  const workspaceId = workspace.id;
  await db().$transaction(async (tx) => {
    await tx.reportRecipient.deleteMany({ where: { workspaceId, scheduleId: id } });
    const { count } = await tx.reportSchedule.deleteMany({ where: { workspaceId, id } });
    if (count === 0) return;
    await recordAudit(workspaceId, userId, "report_schedule.removed", id, undefined, tx);
  });
}

function columnsOf({ name, rhythm, day, hour }: ScheduleInput, timezone: string) {
  return {
    name,
    rhythm,
    day,
    hour,
    nextAt: new Date(nextSend({ rhythm, day, hour }, timezone, now())),
  };
}

// Addresses stay out of the audit log: it tells how many.
function detailOf({ rhythm, memberIds, addresses }: ScheduleInput) {
  return { rhythm, members: memberIds.length, addresses: addresses.length };
}

/** Who stays keeps the row, and with it having said that they want no more. */
async function setRecipients(tx: Tx, asking: Asking, scheduleId: string, input: ScheduleInput) {
  const workspaceId = asking.workspace.id;
  const before = await tx.reportRecipient.findMany({ where: { workspaceId, scheduleId } });
  const members = await tx.membership.findMany({
    where: { workspaceId, userId: { in: input.memberIds } },
    select: { userId: true },
  });
  const here = new Set(members.map(({ userId }) => userId));
  if (input.memberIds.some((id) => !here.has(id))) {
    throw new FoyerError("invalid_request", "Somebody of these is no member any more.");
  }
  const addresses = input.addresses.filter((each) => !before.some((row) => row.address === each));
  if (addresses.length > 0 && !can(asking.role, "people.manage")) {
    throw new FoyerError("forbidden", "Only an admin can send reports to people outside.");
  }
  const gone = before.filter(({ userId, address }) =>
    userId === null ? !input.addresses.includes(address ?? "") : !input.memberIds.includes(userId),
  );
  const ids = gone.map(({ id }) => id);
  await tx.reportRecipient.deleteMany({ where: { workspaceId, id: { in: ids } } });
  const fresh = input.memberIds.filter((each) => !before.some(({ userId }) => userId === each));
  const row = () => ({ workspaceId, scheduleId, id: newTimeId("rcp", now()) });
  await tx.reportRecipient.createMany({
    data: [
      ...fresh.map((userId) => ({ ...row(), userId })),
      ...addresses.map((address) => ({ ...row(), address })),
    ],
  });
}
