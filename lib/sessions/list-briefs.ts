import { z } from "zod";
import { instant, whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";

const { sql } = Prisma;
const text = z.string().nullable();

/** The few facts of a session that stand at its head on a timeline. */
export const sessionFactsBrief = z.object({
  sid: z.string(),
  vid: z.string(),
  startedAt: instant,
  landingPage: z.string(),
  source: text,
  medium: text,
  campaign: text,
  referrer: text,
  pageviews: z.int(),
  engagedMs: whole,
  userAgent: text,
  city: text,
  country: text,
});

export type SessionFactsBrief = z.output<typeof sessionFactsBrief>;

/** The heads of sessions, in one query; those that are not known are left out. Served by the key. */
export async function listSessionBriefs(
  workspaceId: string,
  sids: readonly string[],
): Promise<SessionFactsBrief[]> {
  if (sids.length === 0) return [];
  return selectRows(
    sessionFactsBrief,
    sql`SELECT s.sid, s.vid, s."createdAt" AS "startedAt", s."landingPage", s.source, s.medium, s.campaign,
        s.referrer, s.pageviews, s."engagedMs", s.facts->'fields'->'userAgent'->>0 AS "userAgent",
        s.facts->'fields'->'network.city'->>0 AS city, s.facts->'fields'->'network.country'->>0 AS country
      FROM session s WHERE s."workspaceId" = ${workspaceId} AND s.sid IN (${Prisma.join([...sids])})`,
  );
}
