import { db } from "#lib/db/client.ts";
import { keptSchedule, type Recipient, type Schedule } from "./schedule.ts";

/** More mails than these nobody keeps an eye on. */
export const MOST_SCHEDULES = 100;

export interface ScheduleRow extends Schedule {
  recipients: Recipient[];
}

/** The mails of a workspace, newest first, each with who gets it. Members who have left are left out. */
export async function listSchedules(workspaceId: string): Promise<ScheduleRow[]> {
  const [schedules, recipients, members] = await Promise.all([
    db().reportSchedule.findMany({
      where: { workspaceId },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: MOST_SCHEDULES,
    }),
    db().reportRecipient.findMany({ where: { workspaceId }, orderBy: { id: "asc" } }),
    db().membership.findMany({
      where: { workspaceId },
      select: { userId: true, user: { select: { name: true } } },
    }),
  ]);
  const names = new Map(members.map(({ userId, user }) => [userId, user.name]));
  const of = new Map<string, Recipient[]>();
  for (const { id, scheduleId, userId, address, stoppedAt } of recipients) {
    const name = userId === null ? address : names.get(userId);
    if (!name) continue;
    const own = of.get(scheduleId) ?? [];
    of.set(scheduleId, own);
    own.push({ id, userId, name, hasStopped: stoppedAt !== null });
  }
  return schedules.map((row) => ({
    ...keptSchedule.parse(row),
    recipients: of.get(row.id) ?? [],
  }));
}
