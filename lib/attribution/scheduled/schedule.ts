import { z } from "zod";
import { REPORT_NAMES } from "#lib/attribution/figures/reports.ts";
import { emailField } from "#lib/auth/fields.ts";

const RHYTHMS = ["weekly", "monthly"] as const;
const MOST_RECIPIENTS = 50;

/** When and to whom a report is mailed. */
export const scheduleInput = z
  .object({
    name: z.string().trim().min(1, "Give it a name.").max(80, "Use at most 80 characters."),
    rhythm: z.enum(RHYTHMS, { error: "Choose weekly or monthly." }),
    day: z.int().min(1),
    hour: z.int().min(0).max(23),
    memberIds: z.array(z.string().max(64)).max(MOST_RECIPIENTS),
    addresses: z.array(emailField).max(MOST_RECIPIENTS, `At most ${MOST_RECIPIENTS} addresses.`),
  })
  .refine(({ rhythm, day }) => day <= (rhythm === "weekly" ? 7 : 28), {
    error: "Choose a day.",
    path: ["day"],
  })
  .refine(({ memberIds, addresses }) => memberIds.length + addresses.length > 0, {
    error: "Choose who gets it.",
    path: ["memberIds"],
  })
  .transform(({ memberIds, addresses, ...rest }) => ({
    ...rest,
    memberIds: [...new Set(memberIds)],
    addresses: [...new Set(addresses)],
  }));

export type ScheduleInput = z.output<typeof scheduleInput>;

/** What is kept of a schedule, as it is read from its row. */
export const keptSchedule = z.object({
  id: z.string(),
  name: z.string(),
  report: z.enum(REPORT_NAMES),
  params: z.record(z.string(), z.string()),
  rhythm: z.enum(RHYTHMS),
  day: z.int(),
  hour: z.int(),
  nextAt: z.date().nullable(),
  lastAt: z.date().nullable(),
});

export type Schedule = z.output<typeof keptSchedule>;

export interface Recipient {
  id: string;
  /** A member of the workspace, or null for another address. */
  userId: string | null;
  /** Name of the member, or the address. */
  name: string;
  hasStopped: boolean;
}
