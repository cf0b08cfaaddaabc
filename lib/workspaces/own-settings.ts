import { z } from "zod";
import { isTimezone } from "#lib/attribution/period.ts";
import { db } from "#lib/db/client.ts";

/** What a member can be told by others and by Foyer; alerts have settings of their own. */
export const NOTICE_KINDS = ["owner", "dealt", "mention", "task"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a member has decided on for themselves. */
export const ownSettings = z.object({
  /** Null: the zone of the browser. */
  timezone: z
    .string()
    .trim()
    .transform((text) => text || null)
    .refine((zone) => zone === null || isTimezone(zone), {
      error: "Choose a time zone such as Europe/Lisbon.",
    }),
  muted: z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length),
});

export type OwnSettings = z.output<typeof ownSettings>;

/** Of what a member does not want to be told in a workspace. */
export async function listMutedNotices(workspaceId: string, userId: string): Promise<NoticeKind[]> {
  const found = await db().membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { mutedNotices: true },
  });
  return NOTICE_KINDS.filter((kind) => found?.mutedNotices.includes(kind));
}

/** Keeps a member's own settings: the zone for everywhere they work, the notices for this workspace. */
export async function saveOwnSettings(
  workspaceId: string,
  userId: string,
  { timezone, muted }: OwnSettings,
): Promise<void> {
  await db().$transaction([
    db().user.update({ where: { id: userId }, data: { timezone } }),
    db().membership.update({
      where: { workspaceId_userId: { workspaceId, userId } },
      data: { mutedNotices: [...new Set(muted)] },
    }),
  ]);
}
