import { z } from "zod";
import { recordAudit } from "#lib/audit/record.ts";
import { db } from "#lib/db/client.ts";

const DEFAULT_SLA_HOURS = 24;

/** After how many hours unhandled activity is late. */
export const slaHoursField = z.coerce
  .number("Give a number of hours.")
  .int("Whole hours only.")
  .min(1, "At least one hour.")
  .max(720, "At most 720 hours, which is 30 days.");

/** After how many hours unhandled activity is late in a workspace; 24 unless it chose otherwise. */
export async function getSlaHours(workspaceId: string): Promise<number> {
  const found = await db().worklistSettings.findUnique({ where: { workspaceId } });
  return found?.slaHours ?? DEFAULT_SLA_HOURS;
}

/** Sets it. The hours were checked by `slaHoursField`. */
export async function setSlaHours(workspaceId: string, slaHours: number, userId: string) {
  const values = { workspaceId, slaHours };
  await db().worklistSettings.upsert({ where: { workspaceId }, create: values, update: values });
  await recordAudit(workspaceId, userId, "worklist.sla_changed", null, { slaHours });
}
