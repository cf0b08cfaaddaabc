import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";

/** One reported validation of one e-mail, with the event that reported it. */
export interface ReportedValidation {
  email: string;
  validity: string | null;
  provider: string | null;
  errorCode: string | null;
  errorMessage: string | null;
  at: number;
  eventId: string;
  hash: string;
}

/** The key of a distinct result: the word, and the error where there is one. */
export function resultKey(one: { validity: string | null; errorCode: string | null }): string {
  return `${one.validity ?? ""}|${one.errorCode ?? ""}`;
}

interface Merged {
  first: ReportedValidation;
  last: ReportedValidation;
}

function isBefore(a: ReportedValidation, b: ReportedValidation): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.eventId !== b.eventId) return a.eventId < b.eventId;
  return a.hash < b.hash;
}

// Row comparison gives the contract's order: time, event id, body hash. COLLATE "C" because JavaScript
// compares by code unit, and both sides must agree.
const UPSERT = `
  INSERT INTO email_validation AS v ("workspaceId", "email", "result", "validity", "errorCode",
    "errorMessage", "provider", "firstAt", "firstEventId", "lastAt", "lastEventId", "lastHash")
  SELECT $1, x.* FROM jsonb_to_recordset($2::text::jsonb) AS x("email" text, "result" text,
    "validity" text, "errorCode" text, "errorMessage" text, "provider" text, "firstAt" timestamptz,
    "firstEventId" text, "lastAt" timestamptz, "lastEventId" text, "lastHash" text)
  ON CONFLICT ("workspaceId", "email", "result") DO UPDATE SET
    ("firstAt", "firstEventId") = (
      SELECT f.at, f.id FROM (VALUES (v."firstAt", v."firstEventId"),
        (EXCLUDED."firstAt", EXCLUDED."firstEventId")) AS f(at, id)
      ORDER BY f.at, f.id COLLATE "C" LIMIT 1),
    ("errorMessage", "provider", "lastAt", "lastEventId", "lastHash") = (
      SELECT l.message, l.provider, l.at, l.id, l.hash FROM (VALUES
        (v."errorMessage", v."provider", v."lastAt", v."lastEventId", v."lastHash"),
        (EXCLUDED."errorMessage", EXCLUDED."provider", EXCLUDED."lastAt", EXCLUDED."lastEventId",
         EXCLUDED."lastHash")) AS l(message, provider, at, id, hash)
      ORDER BY l.at DESC, l.id COLLATE "C" DESC, l.hash COLLATE "C" DESC LIMIT 1)`;

/** Merges validation results: per e-mail and distinct result its first and its latest report. */
export async function storeValidations(
  sql: Sql,
  workspaceId: string,
  reported: readonly ReportedValidation[],
): Promise<void> {
  if (reported.length === 0) return;
  const merged = new Map<string, Merged>();
  for (const one of reported) {
    const key = `${one.email}\n${resultKey(one)}`;
    const present = merged.get(key);
    merged.set(key, {
      first: present && isBefore(present.first, one) ? present.first : one,
      last: present && isBefore(one, present.last) ? present.last : one,
    });
  }
  const rows = [...merged.values()].map(({ first, last }) => ({
    email: last.email,
    result: resultKey(last),
    validity: last.validity,
    errorCode: last.errorCode,
    errorMessage: last.errorMessage,
    provider: last.provider,
    firstAt: new Date(first.at),
    firstEventId: first.eventId,
    lastAt: new Date(last.at),
    lastEventId: last.eventId,
    lastHash: last.hash,
  }));
  await sql.run(UPSERT, [workspaceId, JSON.stringify(rows)]);
}

const carrierRow = z.object({ visitorId: z.string() });

/** The visitors that carry any of these e-mails. */
export async function listCarriers(
  sql: Sql,
  workspaceId: string,
  emails: readonly string[],
): Promise<string[]> {
  if (emails.length === 0) return [];
  const rows = await sql.query(
    `SELECT DISTINCT "visitorId" FROM visitor_email
     WHERE "workspaceId" = $1 AND "email" = ANY($2::text[])`,
    [workspaceId, emails],
  );
  return rows.map((row) => carrierRow.parse(row).visitorId);
}
