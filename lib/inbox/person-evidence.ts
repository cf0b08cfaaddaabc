import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { normalEmail } from "#lib/identity/email.ts";
import { canonicalLinkedin } from "#lib/identity/linkedin.ts";
import { BODY_TEXT, parseStoredBody } from "#lib/inbox/parse-body.ts";
import type { Json } from "#lib/json.ts";
import type { Person } from "#lib/privacy/person.ts";

const evidenceRow = z.object({
  eventId: z.string(),
  hash: z.string(),
  deliveryId: z.string(),
  sid: z.string().nullable(),
  vid: z.string().nullable(),
  emails: z.array(z.string()),
});

/** One event of a person, with what it shares with others. */
export type PersonEvent = z.output<typeof evidenceRow>;

// Events that were detached speak for nobody, yet name whom they named: those are found by what they
// say, or by the session that was given to the person. Each branch has its own index (event by visitor,
// event_email by address).
const EVENTS = `
  WITH hit AS (
    SELECT "eventId", "hash" FROM event WHERE "workspaceId" = $1 AND "visitorId" = $2
    UNION
    SELECT "eventId", "hash" FROM event
      WHERE "workspaceId" = $1 AND "visitorId" IS NULL AND "linkedin" = ANY($3::text[])
    UNION
    SELECT "eventId", "hash" FROM event_email WHERE "workspaceId" = $1 AND "email" = ANY($4::text[])
    UNION
    SELECT e."eventId", e."hash" FROM session s
      JOIN event e ON e."workspaceId" = $1 AND e."sid" = s."sid" AND e."visitorId" IS NULL
      WHERE s."workspaceId" = $1 AND s."visitorId" = $2
  )
  SELECT e."eventId", e."hash", e."deliveryId", e."sid", e."vid", ARRAY(
    SELECT m."email" FROM event_email m
    WHERE m."workspaceId" = $1 AND m."eventId" = e."eventId" AND m."hash" = e."hash") AS emails
  FROM hit JOIN event e ON e."workspaceId" = $1 AND e."eventId" = hit."eventId" AND e."hash" = hit."hash"
  ORDER BY e."occurredAt", e."eventId", e."hash"`;

/** The events that are a person's. */
export async function listPersonEvents(
  sql: Sql,
  workspaceId: string,
  { visitorId, keys }: Person,
): Promise<PersonEvent[]> {
  const values = [workspaceId, visitorId, keys.linkedins, keys.emails];
  return (await sql.query(EVENTS, values)).map((row) => evidenceRow.parse(row));
}

const idRow = z.object({ id: z.string() });

/** Every delivery that holds one of these events: the one projected, and its duplicates. */
export async function listDeliveriesOf(
  sql: Sql,
  workspaceId: string,
  events: readonly PersonEvent[],
): Promise<string[]> {
  // delivery_workspaceId_eventId_idx.
  const rows = await sql.query(
    `SELECT d."id" FROM jsonb_to_recordset($2::text::jsonb) AS x("eventId" text, "hash" text)
     JOIN delivery d ON d."workspaceId" = $1 AND d."eventId" = x."eventId" AND d."bodyHash" = x."hash"`,
    [workspaceId, JSON.stringify(events.map(({ eventId, hash }) => ({ eventId, hash })))],
  );
  const ids = rows.map((row) => idRow.parse(row).id);
  return [...new Set([...ids, ...events.map(({ deliveryId }) => deliveryId)])].sort();
}

const bodyRow = z.object({ id: z.string(), body: z.string() });

const PAGE = 200;

/**
 * Deliveries whose event stands in no table (rejected by shape, failed, of an unknown type, waiting) and
 * whose body names the person anywhere.
 */
export async function listUnprojectedOf(
  sql: Sql,
  workspaceId: string,
  { keys }: Person,
): Promise<string[]> {
  const found: string[] = [];
  for (let after = ""; ; ) {
    // delivery_workspaceId_state_id_idx.
    const rows = await sql.query(
      `SELECT d."id", ${BODY_TEXT} FROM delivery d
       JOIN delivery_body b ON b."workspaceId" = d."workspaceId" AND b."deliveryId" = d."id"
       WHERE d."workspaceId" = $1 AND d."id" > $2
         AND d."state" IN ('pending', 'ignored', 'quarantined', 'failed', 'dead')
       ORDER BY d."id" LIMIT ${PAGE}`,
      [workspaceId, after],
    );
    for (const row of rows) {
      const { id, body } = bodyRow.parse(row);
      const parsed = parseStoredBody(body);
      if (parsed.ok && isNamed(parsed.value, keys)) found.push(id);
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return found;
    after = idRow.parse(last).id;
  }
}

function isNamed(value: Json, keys: Person["keys"]): boolean {
  if (typeof value === "string") {
    if (value.includes("@")) return keys.emails.includes(normalEmail(value) ?? "");
    return /linkedin\.com/i.test(value) && keys.linkedins.includes(canonicalLinkedin(value) ?? "");
  }
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((inner) => isNamed(inner, keys));
}
