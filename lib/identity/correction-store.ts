import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { emailOfKey } from "#lib/identity/evidence.ts";
import type { CorrectedThings } from "#lib/identity/select-evidence.ts";
import { newId } from "#lib/ids.ts";
import type { Json } from "#lib/json.ts";

/** A visitor as a correction names it: its natural key, and its id. */
export interface NamedVisitor {
  key: string;
  id: string;
}

/** What a person says; `detail` is what the page tells of it, and what undoing it needs. */
export type NewCorrection = { detail: { [key: string]: Json }; actorId: string | null } & (
  | { kind: "merge"; from: NamedVisitor; into: NamedVisitor }
  | {
      kind: "detach";
      scope: "session" | "device" | "event";
      ref: string;
      from: NamedVisitor;
      into: NamedVisitor | null;
    }
);

export const storedCorrection = z.object({
  id: z.string(),
  kind: z.enum(["merge", "detach"]),
  scope: z.enum(["session", "device", "event"]).nullable(),
  ref: z.string().nullable(),
  fromKey: z.string().nullable(),
  fromId: z.string().nullable(),
  intoKey: z.string().nullable(),
  intoId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  isActive: z.boolean(),
});

export type StoredCorrection = z.output<typeof storedCorrection>;

const COLUMNS = `"id", "kind", "scope", "ref", "fromKey", "fromId", "intoKey", "intoId", "detail",
  "activeOn" IS NOT NULL AS "isActive"`;

// Under the projection's lock, so that no two get the same.
const NEXT = `(SELECT coalesce(max("version"), 0) + 1 FROM identity_correction WHERE "workspaceId" = $1)`;

/** Writes a correction down; null where an active one says something of the same thing. */
export async function insertCorrection(
  sql: Sql,
  workspaceId: string,
  one: NewCorrection,
): Promise<StoredCorrection | null> {
  const detached = one.kind === "detach" ? one : null;
  const activeOn = detached ? `${detached.scope}:${detached.ref}` : `merge:${one.from.id}`;
  const [row] = await sql.query(
    `INSERT INTO identity_correction ("workspaceId", "id", "version", "kind", "scope", "ref", "fromKey",
       "fromId", "intoKey", "intoId", "activeOn", "detail", "createdById")
     VALUES ($1, $2, ${NEXT}, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT ("workspaceId", "activeOn") DO NOTHING RETURNING ${COLUMNS}`,
    [
      workspaceId,
      newId("cor"),
      one.kind,
      detached?.scope ?? null,
      detached?.ref ?? null,
      one.from.key,
      one.from.id,
      one.into?.key ?? null,
      one.into?.id ?? null,
      activeOn,
      JSON.stringify(one.detail),
      one.actorId,
    ],
  );
  return row ? storedCorrection.parse(row) : null;
}

/** Takes a correction back; null where there is none of this id or it was taken back before. */
export async function revokeStored(
  sql: Sql,
  workspaceId: string,
  id: string,
  actorId: string | null,
): Promise<StoredCorrection | null> {
  const [row] = await sql.query(
    `UPDATE identity_correction SET "activeOn" = NULL, "revokedAt" = clock_timestamp(),
       "revokedById" = $3, "version" = ${NEXT}
     WHERE "workspaceId" = $1 AND "id" = $2 AND "activeOn" IS NOT NULL RETURNING ${COLUMNS}`,
    [workspaceId, id, actorId],
  );
  return row ? storedCorrection.parse(row) : null;
}

const versionRow = z.object({ version: z.string() });

/** The version of a workspace's corrections: it grows with each that is made or revoked. */
export async function correctionsVersion(sql: Sql, workspaceId: string): Promise<string> {
  const [row] = await sql.query(
    `SELECT coalesce(max("version"), 0)::text AS version FROM identity_correction
     WHERE "workspaceId" = $1`,
    [workspaceId],
  );
  return versionRow.parse(row).version;
}

/** The corrections that were made or revoked after a version. */
export async function listCorrectionsSince(
  sql: Sql,
  workspaceId: string,
  version: string,
): Promise<StoredCorrection[]> {
  const rows = await sql.query(
    `SELECT ${COLUMNS} FROM identity_correction WHERE "workspaceId" = $1 AND "version" > $2
     ORDER BY "version"`,
    [workspaceId, version],
  );
  return rows.map((row) => storedCorrection.parse(row));
}

// Evidence of a merged visitor stands under the last of a chain; a chain may have been longer before. The keys
// come along, since a visitor in the middle of a chain need not have any evidence of its own.
const RELATED = `
  WITH RECURSIVE related("id", "key") AS (
    SELECT x."id", x."key" FROM jsonb_to_recordset($2::text::jsonb) AS x("id" text, "key" text)
    UNION
    SELECT x."id", x."key" FROM related r
    JOIN identity_correction c ON c."workspaceId" = $1 AND c."kind" = 'merge'
      AND (c."fromId" = r."id" OR c."intoId" = r."id")
    CROSS JOIN LATERAL (VALUES (c."fromId", c."fromKey"), (c."intoId", c."intoKey")) x("id", "key")
  ) SELECT "id", "key" FROM related`;

const relatedRow = z.object({ id: z.string(), key: z.string() });

/** What corrections, made or revoked, may move. */
export async function correctedThings(
  sql: Sql,
  workspaceId: string,
  corrections: readonly StoredCorrection[],
): Promise<CorrectedThings> {
  const merged = corrections
    .filter((one) => one.kind === "merge")
    .flatMap(({ fromId, fromKey, intoId, intoKey }) => [
      { id: fromId, key: fromKey },
      { id: intoId, key: intoKey },
    ]);
  const rows = await sql.query(RELATED, [workspaceId, JSON.stringify(merged)]);
  const related = rows.map((row) => relatedRow.parse(row));
  const of = (scope: string) =>
    corrections.flatMap((one) => (one.scope === scope && one.ref !== null ? [one.ref] : []));
  return {
    visitorIds: related.map(({ id }) => id),
    sids: of("session"),
    vids: of("device"),
    eventIds: of("event"),
    emails: related.flatMap(({ key }) => emailOfKey(key) ?? []),
  };
}
