import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import type { Evidence } from "#lib/identity/evidence.ts";

/** Evidence as it is stored, with the visitor that it belonged to before. */
export interface StoredEvidence extends Evidence {
  visitorId: string | null;
}

const rowSchema = z.object({
  eventId: z.string(),
  hash: z.string(),
  at: z.date().transform((date) => date.getTime()),
  linkedin: z.string().nullable(),
  sid: z.string().nullable(),
  vid: z.string().nullable(),
  hasIdentity: z.boolean(),
  visitorId: z.string().nullable(),
  emails: z.array(z.object({ email: z.string(), type: z.string().nullable() })),
});

// OFFSET 0 keeps the planner from turning the probes of event_pkey into one read of the whole table, which
// it takes for cheaper as long as the table is small.
/** The statement that gives evidence, with all that it says, for the events that `hits` selects. */
function evidenceSql(hits: string): string {
  return `
  WITH hit AS (${hits})
  SELECT e."eventId", e."hash", e."occurredAt" AS at, e."linkedin", e."sid", e."vid", e."hasIdentity",
    e."visitorId",
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('email', m."email", 'type', m."type"))
      FROM event_email m
      WHERE m."workspaceId" = $1 AND m."eventId" = e."eventId" AND m."hash" = e."hash"
    ), '[]'::jsonb) AS emails
  FROM hit CROSS JOIN LATERAL (
    SELECT * FROM event e
    WHERE e."workspaceId" = $1 AND e."eventId" = hit."eventId" AND e."hash" = hit."hash" OFFSET 0
  ) e`;
}

async function selectEvidence(sql: Sql, text: string, values: readonly unknown[]) {
  const rows = await sql.query(text, values);
  return rows.map((row): StoredEvidence => rowSchema.parse(row));
}

// One statement per kind of key keeps each on its own index (event_workspaceId_sid_idx,
// event_workspaceId_vid_idx, the primary key of event_email).
const NEIGHBOURS = `
    SELECT "eventId", "hash" FROM event WHERE "workspaceId" = $1 AND "sid" = ANY($2::text[])
    UNION
    SELECT "eventId", "hash" FROM event WHERE "workspaceId" = $1 AND "vid" = ANY($3::text[])
    UNION
    SELECT "eventId", "hash" FROM event_email WHERE "workspaceId" = $1 AND "email" = ANY($4::text[])`;

const BY_NEIGHBOURS = evidenceSql(NEIGHBOURS);

/** Sessions, devices and e-mails. */
export interface SharedThings {
  sids: readonly string[];
  vids: readonly string[];
  emails: readonly string[];
}

/** All stored evidence with one of these sessions, devices or e-mails. */
export function listNeighbours(
  sql: Sql,
  workspaceId: string,
  { sids, vids, emails }: SharedThings,
): Promise<StoredEvidence[]> {
  return selectEvidence(sql, BY_NEIGHBOURS, [workspaceId, sids, vids, emails]);
}

/** What corrections are about. */
export interface CorrectedThings extends SharedThings {
  visitorIds: readonly string[];
  eventIds: readonly string[];
}

// event_workspaceId_visitorId_occurredAt_idx, session_workspaceId_visitorId_createdAt_sid_idx, event's key.
const BY_CORRECTED = evidenceSql(`${NEIGHBOURS}
    UNION
    SELECT "eventId", "hash" FROM event WHERE "workspaceId" = $1 AND "visitorId" = ANY($5::text[])
    UNION
    SELECT e."eventId", e."hash" FROM session s
      JOIN event e ON e."workspaceId" = $1 AND e."sid" = s."sid"
      WHERE s."workspaceId" = $1 AND s."visitorId" = ANY($5::text[])
    UNION
    SELECT "eventId", "hash" FROM event WHERE "workspaceId" = $1 AND "eventId" = ANY($6::text[])`);

/**
 * The stored evidence whose visitor may change because corrections did: all of the visitors that they
 * name, sessions that were given to them included, and all that they are about.
 */
export function listCorrected(
  sql: Sql,
  workspaceId: string,
  { visitorIds, sids, vids, eventIds, emails }: CorrectedThings,
): Promise<StoredEvidence[]> {
  const values = [workspaceId, sids, vids, emails, visitorIds, eventIds];
  return selectEvidence(sql, BY_CORRECTED, values);
}
