import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { upsertRows } from "#lib/db/upsert.ts";
import { type Evidence, refOf } from "#lib/identity/evidence.ts";

/** Evidence to be stored, with what the event row keeps beside it. */
export interface NewEvidence extends Evidence {
  deliveryId: string;
  type: string;
  stage: number;
}

const EVENT_EMAIL = {
  table: "event_email",
  key: ["email", "eventId", "hash"],
  columns: { email: "text", eventId: "text", hash: "text", type: "text" },
};

const EVENT = {
  table: "event",
  key: ["eventId", "hash"],
  columns: {
    eventId: "text",
    hash: "text",
    deliveryId: "text",
    type: "text",
    occurredAt: "timestamptz",
    sid: "text",
    vid: "text",
    linkedin: "text",
    hasIdentity: "boolean",
    stage: "smallint",
    visitorId: "text",
  },
};

const KNOWN = `
  SELECT e."eventId", e."hash"
  FROM jsonb_to_recordset($2::text::jsonb) AS x("eventId" text, "hash" text)
  JOIN event e ON e."workspaceId" = $1 AND e."eventId" = x."eventId" AND e."hash" = x."hash"`;

const refRow = z.object({ eventId: z.string(), hash: z.string() });

/**
 * The refs of evidence that is not stored yet. What is (the same event under another webhook id)
 * changes nothing.
 */
export async function listNewEvidence(
  sql: Sql,
  workspaceId: string,
  evidence: readonly NewEvidence[],
): Promise<Set<string>> {
  const fresh = new Set(evidence.map(refOf));
  if (fresh.size === 0) return fresh;
  const refs = evidence.map(({ eventId, hash }) => ({ eventId, hash }));
  const rows = await sql.query(KNOWN, [workspaceId, JSON.stringify(refs)]);
  for (const row of rows) fresh.delete(refOf(refRow.parse(row)));
  return fresh;
}

/** Stores new evidence with the visitor that it belongs to, so that the row need not be written twice. */
export async function storeEvidence(
  sql: Sql,
  workspaceId: string,
  evidence: readonly NewEvidence[],
  ownerOf: (evidence: NewEvidence) => string | null,
): Promise<void> {
  const events = evidence.map((one) => ({
    eventId: one.eventId,
    hash: one.hash,
    deliveryId: one.deliveryId,
    type: one.type,
    occurredAt: new Date(one.at),
    sid: one.sid,
    vid: one.vid,
    linkedin: one.linkedin,
    hasIdentity: one.hasIdentity,
    stage: one.stage,
    visitorId: ownerOf(one),
  }));
  await upsertRows(sql, EVENT, workspaceId, events, "nothing");
  const emails = evidence.flatMap((one) =>
    one.emails.map(({ email, type }) => ({ email, eventId: one.eventId, hash: one.hash, type })),
  );
  await upsertRows(sql, EVENT_EMAIL, workspaceId, emails, "nothing");
}

/** Writes which visitor stored evidence belongs to now. */
export async function moveEvidence(
  sql: Sql,
  workspaceId: string,
  moves: readonly { eventId: string; hash: string; visitorId: string | null }[],
): Promise<void> {
  if (moves.length === 0) return;
  await sql.run(
    `UPDATE event e SET "visitorId" = x."visitorId"
     FROM jsonb_to_recordset($2::text::jsonb) AS x("eventId" text, "hash" text, "visitorId" text)
     WHERE e."workspaceId" = $1 AND e."eventId" = x."eventId" AND e."hash" = x."hash"`,
    [workspaceId, JSON.stringify(moves)],
  );
}
