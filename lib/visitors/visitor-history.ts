import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";

const instant = z.date();

const stagesRow = z.object({
  visitorId: z.string(),
  firstAt: instant,
  lastAt: instant,
  identifiedAt: instant.nullable(),
  identifiedBy: z.string().nullable(),
  qualifiedAt: instant.nullable(),
  qualifiedBy: z.string().nullable(),
  enrichedAt: instant.nullable(),
  enrichedBy: z.string().nullable(),
});

const visitsRow = z.object({
  visitorId: z.string(),
  sessions: z.number(),
  pageviews: z.number(),
  engagedMs: z.string().transform(Number),
  firstStart: instant,
  lastSeen: instant,
  firstSid: z.string(),
  lastSid: z.string(),
});

const emailRow = z.object({
  visitorId: z.string(),
  email: z.string(),
  type: z.string().nullable(),
  firstAt: instant,
  lastAt: instant,
  validity: z.string().nullable(),
  validAt: instant.nullable(),
  validBy: z.string().nullable(),
});

export type VisitorStages = z.output<typeof stagesRow>;
export type VisitorVisits = z.output<typeof visitsRow>;
export type CarriedEmail = z.output<typeof emailRow>;

function firstOf(stage: number, name: string): string {
  return `min(e."occurredAt") FILTER (WHERE e."stage" >= ${stage}) AS "${name}At",
    (array_agg(e."eventId" ORDER BY e."occurredAt", e."eventId" COLLATE "C")
      FILTER (WHERE e."stage" >= ${stage}))[1] AS "${name}By"`;
}

// Served by event_workspaceId_visitorId_occurredAt_idx.
const STAGES = `
  SELECT e."visitorId", min(e."occurredAt") AS "firstAt", max(e."occurredAt") AS "lastAt",
    ${firstOf(1, "identified")}, ${firstOf(2, "qualified")}, ${firstOf(3, "enriched")}
  FROM event e WHERE e."workspaceId" = $1 AND e."visitorId" = ANY($2::text[])
  GROUP BY e."visitorId"`;

// Served by session_workspaceId_visitorId_createdAt_sid_idx.
const VISITS = `
  SELECT s."visitorId", count(*)::int AS sessions, sum(s."pageviews")::int AS pageviews,
    sum(s."engagedMs")::text AS "engagedMs", min(s."createdAt") AS "firstStart",
    max(s."lastSeenAt") AS "lastSeen",
    (array_agg(s."sid" ORDER BY s."createdAt", s."sid" COLLATE "C"))[1] AS "firstSid",
    (array_agg(s."sid" ORDER BY s."createdAt" DESC, s."sid" COLLATE "C" DESC))[1] AS "lastSid"
  FROM session s WHERE s."workspaceId" = $1 AND s."visitorId" = ANY($2::text[])
  GROUP BY s."visitorId"`;

// The result of an e-mail is its latest report with a word; a report without one never erases.
const EMAILS = `
  SELECT m.*, r."validity", g."firstAt" AS "validAt", g."firstEventId" AS "validBy"
  FROM (
    SELECT e."visitorId", m."email", min(e."occurredAt") AS "firstAt", max(e."occurredAt") AS "lastAt",
      (array_agg(m."type" ORDER BY e."occurredAt" DESC, e."eventId" COLLATE "C" DESC, e."hash" DESC)
        FILTER (WHERE m."type" IS NOT NULL))[1] AS "type"
    FROM event e
    JOIN event_email m ON m."workspaceId" = $1 AND m."eventId" = e."eventId" AND m."hash" = e."hash"
    WHERE e."workspaceId" = $1 AND e."visitorId" = ANY($2::text[])
    GROUP BY e."visitorId", m."email"
  ) m
  LEFT JOIN LATERAL (
    SELECT v."validity" FROM email_validation v
    WHERE v."workspaceId" = $1 AND v."email" = m."email" AND v."validity" IS NOT NULL
    ORDER BY v."lastAt" DESC, v."lastEventId" COLLATE "C" DESC, v."lastHash" DESC LIMIT 1
  ) r ON true
  LEFT JOIN LATERAL (
    SELECT v."firstAt", v."firstEventId" FROM email_validation v
    WHERE v."workspaceId" = $1 AND v."email" = m."email" AND v."validity" = 'valid'
    ORDER BY v."firstAt", v."firstEventId" COLLATE "C" LIMIT 1
  ) g ON true`;

/** Everything about visitors that comes from their events, sessions and e-mails, in three statements. */
export async function loadHistory(sql: Sql, workspaceId: string, visitorIds: readonly string[]) {
  const values = [workspaceId, visitorIds];
  const [stages, visits, emails] = await Promise.all([
    sql.query(STAGES, values).then((rows) => rows.map((row) => stagesRow.parse(row))),
    sql.query(VISITS, values).then((rows) => rows.map((row) => visitsRow.parse(row))),
    sql.query(EMAILS, values).then((rows) => rows.map((row) => emailRow.parse(row))),
  ]);
  const emailsByVisitor = new Map<string, CarriedEmail[]>();
  for (const email of emails) {
    const list = emailsByVisitor.get(email.visitorId) ?? [];
    list.push(email);
    emailsByVisitor.set(email.visitorId, list);
  }
  return {
    stages: new Map(stages.map((row) => [row.visitorId, row])),
    visits: new Map(visits.map((row) => [row.visitorId, row])),
    emails: emailsByVisitor,
  };
}
