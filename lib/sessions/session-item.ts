import { z } from "zod";
import { instant, whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";

const text = z.string().nullable();

/** One session of a list. `visitor` is null while nobody is known on its device. */
export const sessionRow = z
  .object({
    sid: z.string(),
    vid: z.string(),
    visitor: z.object({ id: z.string(), fullName: text }).nullable(),
    createdAt: instant,
    lastSeenAt: instant,
    endedAt: instant.nullable(),
    landingPage: z.string(),
    referrer: text,
    channel: z.string(),
    source: text,
    medium: text,
    campaign: text,
    term: text,
    content: text,
    gclid: text,
    fbclid: text,
    isDirect: z.boolean(),
    pageviews: z.int(),
    engagedMs: whole,
  })
  .meta({ id: "SessionRow" });

export type SessionRow = z.output<typeof sessionRow>;

/** The columns of a session row, on a session aliased `s` and its visitor aliased `v`. */
export const sessionColumns = Prisma.sql`s.sid, s.vid, s."createdAt", s."lastSeenAt", s."endedAt", s."landingPage",
  s.referrer, s.channel, s.source, s.medium, s.campaign, s.term, s.content, s.gclid, s.fbclid, s."isDirect",
  s.pageviews, s."engagedMs",
  CASE WHEN s."visitorId" IS NOT NULL THEN
    jsonb_build_object('id', s."visitorId", 'fullName', v."fullName") END AS visitor`;

/** The join that `sessionColumns` needs. */
export const sessionVisitor = Prisma.sql`LEFT JOIN visitor v ON v."workspaceId" = s."workspaceId" AND v.id = s."visitorId"`;
