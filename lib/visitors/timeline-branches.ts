import { Prisma } from "#lib/db/generated/client.ts";
import type { TimelineKind } from "#lib/visitors/timeline-item.ts";

const { sql } = Prisma;

/**
 * Where the items of one kind come from: a row source with its time, a key that is unique within the
 * kind, and what it shows. `rank` orders what happens at the same instant (a session starts, then its
 * page is seen, then a link is followed).
 */
export interface TimelineBranch {
  rank: number;
  at: Prisma.Sql;
  key: Prisma.Sql;
  data: Prisma.Sql;
  from: Prisma.Sql;
}

/** The visitor whose timeline it is. */
export interface TimelineOf {
  workspaceId: string;
  visitorId: string;
}

const EVENT_RANK = { resolved: 5, qualified: 6, enriched: 7, finalized: 9 } as const;

/** The branch of each kind. */
export const timelineBranches: Record<TimelineKind, (of: TimelineOf) => TimelineBranch> = {
  session: (of) => ({
    rank: 1,
    at: sql`s."createdAt"`,
    key: sql`s.sid`,
    data: sql`jsonb_build_object('sessionId', s.sid, 'landingPage', s."landingPage", 'channel', s.channel,
      'source', s.source, 'medium', s.medium, 'campaign', s.campaign, 'referrer', s.referrer,
      'pageviews', s.pageviews, 'engagedMs', s."engagedMs")`,
    from: sql`session s WHERE s."workspaceId" = ${of.workspaceId} AND s."visitorId" = ${of.visitorId}`,
  }),
  pageview: (of) => ({
    ...pageViews(of, sql`p.signal = 'pageview'`),
    rank: 2,
    data: sql`${pageData} || jsonb_build_object('referrer', p.referrer, 'dwellMs', p."dwellMs")`,
  }),
  signal: (of) => ({
    ...pageViews(of, sql`p.signal <> 'pageview'`),
    rank: 3,
    data: sql`${pageData} || jsonb_build_object('signal', p.signal, 'props', p.props)`,
  }),
  outlink: (of) => ({
    ...pageViews(of, sql`p.outlink IS NOT NULL`),
    rank: 4,
    data: sql`${pageData} || jsonb_build_object('outlink', p.outlink)`,
  }),
  resolved: (of) => stageEvents(of, "identity.resolved", EVENT_RANK.resolved),
  qualified: (of) => stageEvents(of, "identity.qualified", EVENT_RANK.qualified),
  enriched: (of) => stageEvents(of, "identity.enriched", EVENT_RANK.enriched),
  finalized: (of) => stageEvents(of, "identity.session.finalized", EVENT_RANK.finalized),
  validated: (of) => ({
    rank: 8,
    at: sql`ev."firstAt"`,
    key: sql`ev.email || ' ' || ev.result`,
    data: sql`jsonb_build_object('email', ev.email, 'validity', ev.validity, 'provider', ev.provider,
      'eventId', ev."firstEventId", 'error', CASE WHEN ev."errorCode" IS NOT NULL OR ev."errorMessage" IS NOT NULL
        THEN jsonb_build_object('code', ev."errorCode", 'message', ev."errorMessage") END)`,
    from: sql`visitor_email ve
      JOIN email_validation ev ON ev."workspaceId" = ve."workspaceId" AND ev.email = ve.email
      WHERE ve."workspaceId" = ${of.workspaceId} AND ve."visitorId" = ${of.visitorId}`,
  }),
  note: (of) => ({
    rank: 10,
    at: sql`n."createdAt"`,
    key: sql`n.id`,
    data: sql`jsonb_build_object('noteId', n.id, 'body', n.body, 'editedAt', n."editedAt",
      'author', jsonb_build_object('id', n."authorId", 'name', u.name))`,
    from: sql`note n LEFT JOIN "user" u ON u.id = n."authorId"
      WHERE n."workspaceId" = ${of.workspaceId} AND n."visitorId" = ${of.visitorId}`,
  }),
  status: (of) => ({
    ...leadChanges(of, "status"),
    rank: 11,
    data: sql`jsonb_build_object('status', c."to", 'from', c."from", 'by', ${changedBy})`,
  }),
  owner: (of) => ({
    ...leadChanges(of, "owner"),
    rank: 12,
    data: sql`jsonb_build_object('by', ${changedBy}, 'owner', CASE WHEN c."to" IS NOT NULL THEN
      jsonb_build_object('id', c."to", 'name', (SELECT u.name FROM "user" u WHERE u.id = c."to")) END)`,
  }),
};

const changedBy = sql`CASE WHEN c."byId" IS NOT NULL THEN
  jsonb_build_object('id', c."byId", 'name', (SELECT u.name FROM "user" u WHERE u.id = c."byId")) END`;

function leadChanges(of: TimelineOf, field: string): Omit<TimelineBranch, "rank" | "data"> {
  return {
    at: sql`c.at`,
    key: sql`c.id`,
    from: sql`lead_change c WHERE c."workspaceId" = ${of.workspaceId} AND c."visitorId" = ${of.visitorId}
      AND c.field = ${field}`,
  };
}

const pageData = sql`jsonb_build_object('sessionId', p.sid, 'url', p.url, 'path', p.path, 'title', p.title)`;

function pageViews(of: TimelineOf, condition: Prisma.Sql): Omit<TimelineBranch, "rank" | "data"> {
  return {
    at: sql`p.at`,
    key: sql`p.sid || ' ' || lpad(p.position::text, 10, '0')`,
    from: sql`page_view p WHERE p."workspaceId" = ${of.workspaceId} AND p."visitorId" = ${of.visitorId}
      AND ${condition}`,
  };
}

/** One item for each event id: of several bodies under one id the earliest counts. */
function stageEvents(of: TimelineOf, type: string, rank: number): TimelineBranch {
  return {
    rank,
    at: sql`e."occurredAt"`,
    key: sql`e."eventId"`,
    data: sql`jsonb_build_object('eventId', e."eventId", 'sessionId', e.sid)`,
    from: sql`event e WHERE e."workspaceId" = ${of.workspaceId} AND e."visitorId" = ${of.visitorId}
      AND e.type = ${type} AND NOT EXISTS (
        SELECT 1 FROM event o WHERE o."workspaceId" = e."workspaceId" AND o."eventId" = e."eventId"
          AND o."visitorId" = e."visitorId" AND o.type = e.type
          AND (o."occurredAt", o.hash) < (e."occurredAt", e.hash))`,
  };
}
