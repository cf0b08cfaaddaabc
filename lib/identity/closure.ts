import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { type Evidence, refOf } from "#lib/identity/evidence.ts";

/** Evidence as it is stored, with the visitor that it belonged to before. */
export interface StoredEvidence extends Evidence {
  visitorId: string | null;
}

/** Everything that new evidence can move, and the sessions and devices that are seen whole. */
export interface Closure {
  evidence: StoredEvidence[];
  sids: Set<string>;
  vids: Set<string>;
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

// One statement per kind of key keeps each on its own index (event_workspaceId_sid_idx,
// event_workspaceId_vid_idx, the primary key of event_email).
const NEIGHBOURS = `
  WITH hit AS (
    SELECT "eventId", "hash" FROM event WHERE "workspaceId" = $1 AND "sid" = ANY($2::text[])
    UNION
    SELECT "eventId", "hash" FROM event WHERE "workspaceId" = $1 AND "vid" = ANY($3::text[])
    UNION
    SELECT "eventId", "hash" FROM event_email WHERE "workspaceId" = $1 AND "email" = ANY($4::text[])
  )
  SELECT e."eventId", e."hash", e."occurredAt" AS at, e."linkedin", e."sid", e."vid", e."hasIdentity",
    e."visitorId",
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('email', m."email", 'type', m."type"))
      FROM event_email m
      WHERE m."workspaceId" = $1 AND m."eventId" = e."eventId" AND m."hash" = e."hash"
    ), '[]'::jsonb) AS emails
  FROM hit JOIN event e ON e."workspaceId" = $1 AND e."eventId" = hit."eventId" AND e."hash" = hit."hash"`;

/**
 * Loads the evidence whose visitor may change because of `fresh` (which is not stored yet): all that
 * shares a session, device or e-mail with it, and on from there. The walk does not go on behind
 * evidence with a LinkedIn URL, since such evidence never moves.
 */
export async function loadClosure(
  sql: Sql,
  workspaceId: string,
  fresh: readonly Evidence[],
): Promise<Closure> {
  const known = new Map<string, StoredEvidence>();
  const sids = new Set<string>();
  const vids = new Set<string>();
  const emails = new Set<string>();
  let frontier: readonly Evidence[] = fresh;
  while (frontier.length > 0) {
    const next = {
      sids: take(
        frontier.map((one) => one.sid),
        sids,
      ),
      vids: take(
        frontier.map((one) => one.vid),
        vids,
      ),
      emails: take(
        frontier.flatMap((one) => one.emails.map(({ email }) => email)),
        emails,
      ),
    };
    if (next.sids.length + next.vids.length + next.emails.length === 0) break;
    const rows = await sql.query(NEIGHBOURS, [workspaceId, next.sids, next.vids, next.emails]);
    const found = rows
      .map((row) => rowSchema.parse(row))
      .filter((evidence) => !known.has(refOf(evidence)));
    for (const evidence of found) known.set(refOf(evidence), evidence);
    frontier = found.filter((evidence) => evidence.linkedin === null);
  }
  for (const evidence of fresh) {
    if (!known.has(refOf(evidence))) known.set(refOf(evidence), { ...evidence, visitorId: null });
  }
  return { evidence: [...known.values()], sids, vids };
}

/** The values not seen yet; marks them as seen. */
function take(values: readonly (string | null)[], seen: Set<string>): string[] {
  const fresh = new Set<string>();
  for (const value of values) if (value !== null && !seen.has(value)) fresh.add(value);
  for (const value of fresh) seen.add(value);
  return [...fresh];
}
