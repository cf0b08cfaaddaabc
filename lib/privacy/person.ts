import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { emailOfKey, isStrongKey } from "#lib/identity/evidence.ts";
import type { PrivacySubject } from "#lib/privacy/privacy-subject.ts";
import type { PersonKeys } from "#lib/privacy/suppression.ts";

/** A person as the tables know them. */
export interface Person {
  visitorId: string | null;
  /** Every id that the visitor goes or went by. */
  ids: string[];
  fullName: string | null;
  /** The e-mails are those that no other visitor carries. */
  keys: PersonKeys;
  companyId: string | null;
}

const texts = z.array(z.string());

const personRow = z.object({
  fullName: z.string().nullable(),
  companyId: z.string().nullable(),
  ids: texts,
  visitorKeys: texts,
  linkedins: texts,
  emails: texts,
  sids: texts,
});

// Who was merged into the visitor, by whatever chain, is the same person.
const PERSON = `
  WITH RECURSIVE part(id, key) AS (
    SELECT "id", "key" FROM visitor WHERE "workspaceId" = $1 AND "id" = $2
    UNION
    SELECT c."fromId", c."fromKey" FROM part p JOIN identity_correction c ON c."workspaceId" = $1
      AND c."intoId" = p.id AND c."kind" = 'merge' AND c."activeOn" IS NOT NULL
  ), address AS (
    SELECT "email", "aliasId" FROM visitor_email WHERE "workspaceId" = $1 AND "visitorId" = $2
  )
  SELECT v."fullName", v."companyId",
    ARRAY(SELECT id FROM part UNION SELECT "aliasId" FROM address a WHERE NOT EXISTS (
      SELECT 1 FROM visitor_email o WHERE o."workspaceId" = $1 AND o."email" = a."email"
        AND o."visitorId" <> $2)) AS ids,
    ARRAY(SELECT key FROM part) AS "visitorKeys",
    ARRAY(SELECT DISTINCT "linkedin" FROM event
      WHERE "workspaceId" = $1 AND "visitorId" = $2 AND "linkedin" IS NOT NULL) AS linkedins,
    ARRAY(SELECT "email" FROM address) AS emails,
    ARRAY(SELECT "sid" FROM session WHERE "workspaceId" = $1 AND "visitorId" = $2
      UNION SELECT "sid" FROM event WHERE "workspaceId" = $1 AND "visitorId" = $2
        AND "sid" IS NOT NULL) AS sids
  FROM visitor v WHERE v."workspaceId" = $1 AND v."id" = $2`;

/** Loads a person; one of whom nothing is stored is still known by what was asked for. */
export async function loadPerson(
  sql: Sql,
  workspaceId: string,
  visitorId: string | null,
  subject: PrivacySubject,
): Promise<Person> {
  const [found] = visitorId === null ? [] : await sql.query(PERSON, [workspaceId, visitorId]);
  const row = found ? personRow.parse(found) : null;
  const visitorKeys = row?.visitorKeys ?? [];
  const linkedins = new Set([
    ...(row?.linkedins ?? []),
    ...visitorKeys.filter(isStrongKey).map((key) => key.slice("linkedin:".length)),
    ...(subject.linkedinUrl === undefined ? [] : [subject.linkedinUrl]),
  ]);
  const emails = new Set([
    ...(row?.emails ?? []),
    ...visitorKeys.flatMap((key) => emailOfKey(key) ?? []),
    ...(subject.email === undefined ? [] : [subject.email]),
  ]);
  const shared = await listShared(sql, workspaceId, [...emails], visitorId);
  return {
    visitorId: row ? visitorId : null,
    ids: row?.ids ?? [],
    fullName: row?.fullName ?? null,
    companyId: row?.companyId ?? null,
    keys: {
      emails: [...emails].filter((email) => !shared.has(email)),
      linkedins: [...linkedins],
      sids: row?.sids ?? [],
    },
  };
}

/** Those of the e-mails that another visitor carries: a team's mailbox is not one person's. */
async function listShared(
  sql: Sql,
  workspaceId: string,
  emails: readonly string[],
  visitorId: string | null,
): Promise<Set<string>> {
  const rows = await sql.query(
    `SELECT DISTINCT "email" FROM visitor_email WHERE "workspaceId" = $1
       AND "email" = ANY($2::text[]) AND "visitorId" IS DISTINCT FROM $3`,
    [workspaceId, emails, visitorId],
  );
  return new Set(rows.map((row) => z.string().parse(row.email)));
}
