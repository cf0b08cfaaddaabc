import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { ensureSuppressionKey, loadSuppressionKey } from "#lib/privacy/suppression-key.ts";

/** What events know a person by. E-mails and LinkedIn URLs are in their canonical forms. */
export interface PersonKeys {
  emails: readonly string[];
  linkedins: readonly string[];
  /** Sessions: what they say later without naming anybody is still about the person. */
  sids: readonly string[];
}

const hitRow = z.object({ kind: z.string(), valueHash: z.string() });

const idOf = (kind: string, hash: string) => `${kind} ${hash}`;

function hashesOf(key: string, { emails, linkedins, sids }: PersonKeys) {
  const hash = (kind: string) => (value: string) => ({
    kind,
    value,
    valueHash: createHmac("sha256", key).update(`${kind}\0${value}`).digest("base64url"),
  });
  return [
    ...emails.map(hash("email")),
    ...linkedins.map(hash("linkedin")),
    ...sids.map(hash("session")),
  ];
}

/** Suppresses all that a person is known by. Returns how many of these are new. */
export async function suppress(
  sql: Sql,
  workspaceId: string,
  actorId: string | null,
  keys: PersonKeys,
): Promise<number> {
  const rows = hashesOf(await ensureSuppressionKey(sql, workspaceId), keys);
  const added = await sql.query(
    `INSERT INTO suppression ("workspaceId", "kind", "valueHash", "createdById")
     SELECT $1, x."kind", x."valueHash", $3
     FROM jsonb_to_recordset($2::text::jsonb) AS x("kind" text, "valueHash" text)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [workspaceId, JSON.stringify(rows), actorId],
  );
  return added.length;
}

/** Since when the first of these is suppressed; null where none is. */
export async function findSuppression(
  sql: Sql,
  workspaceId: string,
  keys: PersonKeys,
): Promise<Date | null> {
  const key = await loadSuppressionKey(sql, workspaceId);
  const [hash] = key === null ? [] : hashesOf(key, keys);
  if (!hash) return null;
  // suppression_pkey.
  const [row] = await sql.query(
    `SELECT "createdAt" FROM suppression
     WHERE "workspaceId" = $1 AND "kind" = $2 AND "valueHash" = $3`,
    [workspaceId, hash.kind, hash.valueHash],
  );
  return row ? z.date().parse(row.createdAt) : null;
}

/** Takes the first of these off the list. False where it was not on it. */
export async function unsuppress(
  sql: Sql,
  workspaceId: string,
  keys: PersonKeys,
): Promise<boolean> {
  const key = await loadSuppressionKey(sql, workspaceId);
  const [hash] = key === null ? [] : hashesOf(key, keys);
  if (!hash) return false;
  const gone = await sql.query(
    `DELETE FROM suppression WHERE "workspaceId" = $1 AND "kind" = $2 AND "valueHash" = $3
     RETURNING 1`,
    [workspaceId, hash.kind, hash.valueHash],
  );
  return gone.length > 0;
}

/** Which of these are suppressed, by the workspace's key. One look at suppression_pkey for all. */
export async function listSuppressed(
  sql: Sql,
  workspaceId: string,
  key: string,
  asked: PersonKeys,
): Promise<{ emails: Set<string>; linkedins: Set<string>; sids: Set<string> }> {
  const rows = hashesOf(key, asked);
  const found = await sql.query(
    `SELECT s."kind", s."valueHash"
     FROM jsonb_to_recordset($2::text::jsonb) AS x("kind" text, "valueHash" text)
     JOIN suppression s ON s."workspaceId" = $1 AND s."kind" = x."kind" AND s."valueHash" = x."valueHash"`,
    [workspaceId, JSON.stringify(rows.map(({ kind, valueHash }) => ({ kind, valueHash })))],
  );
  const hits = new Set(
    found.map((row) => hitRow.parse(row)).map(({ kind, valueHash }) => idOf(kind, valueHash)),
  );
  const of = (kind: string) =>
    new Set(
      rows
        .filter((row) => row.kind === kind && hits.has(idOf(kind, row.valueHash)))
        .map(({ value }) => value),
    );
  return { emails: of("email"), linkedins: of("linkedin"), sids: of("session") };
}
