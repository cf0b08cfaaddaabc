import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import type { Sql } from "#lib/db/sql.ts";
import { FoyerError } from "#lib/errors.ts";
import { newTimeId } from "#lib/ids.ts";
import { type About, aboutColumns, requireSubject } from "#lib/leads/about.ts";
import { listTeam } from "#lib/leads/list-team.ts";
import { type NoteInput, namedIn } from "#lib/leads/notes/note-text.ts";
import { announce } from "#lib/notifications/announce.ts";
import { notify } from "#lib/notifications/notify.ts";

/** Writes a note on a visitor or a company and tells those it mentions. Returns its id. */
export async function createNote(
  workspaceId: string,
  authorId: string,
  of: About,
  { body, mentions }: NoteInput,
): Promise<string> {
  const named = await mentioned(workspaceId, body, mentions);
  const at = now();
  const id = newTimeId("note", at);
  const { visitorId, companyId } = aboutColumns(of);
  const told = await sql().transaction(async (tx) => {
    const subject = await requireSubject(workspaceId, of, tx);
    await tx.query(
      `INSERT INTO note ("workspaceId", "id", "visitorId", "companyId", "authorId", "body", "mentions", "createdAt")
       VALUES ($1, $2, $3, $4, $5, $6, $7::text[], $8)`,
      [workspaceId, id, visitorId, companyId, authorId, body, named, new Date(at)],
    );
    return tell(tx, { workspaceId, authorId, body }, named, subject);
  });
  await announce(workspaceId, told);
  return id;
}

/** Changes one's own note; only those whom it did not mention before are told. */
export async function editNote(
  workspaceId: string,
  authorId: string,
  id: string,
  { body, mentions }: NoteInput,
): Promise<void> {
  const named = await mentioned(workspaceId, body, mentions);
  const told = await sql().transaction(async (tx) => {
    const [before] = await tx.query(
      `SELECT "visitorId", "companyId", "mentions", "body" FROM note
       WHERE "workspaceId" = $1 AND "id" = $2 AND "authorId" = $3 FOR UPDATE`,
      [workspaceId, id, authorId],
    );
    if (!before) throw notYours();
    if (before.body === body) return [];
    await tx.query(
      `UPDATE note SET "body" = $3, "mentions" = $4::text[], "editedAt" = $5
       WHERE "workspaceId" = $1 AND "id" = $2`,
      [workspaceId, id, body, named, new Date(now())],
    );
    const known = Array.isArray(before.mentions) ? before.mentions : [];
    const fresh = named.filter((userId) => !known.includes(userId));
    if (fresh.length === 0) return [];
    const of = before.visitorId
      ? { visitorId: String(before.visitorId) }
      : { companyId: String(before.companyId) };
    const subject = await requireSubject(workspaceId, of, tx);
    return tell(tx, { workspaceId, authorId, body }, fresh, subject);
  });
  await announce(workspaceId, told);
}

/** Deletes one's own note. */
export async function deleteNote(workspaceId: string, authorId: string, id: string): Promise<void> {
  const gone = await sql().query(
    `DELETE FROM note WHERE "workspaceId" = $1 AND "id" = $2 AND "authorId" = $3 RETURNING 1`,
    [workspaceId, id, authorId],
  );
  if (gone.length === 0) throw notYours();
}

function notYours(): FoyerError {
  return new FoyerError("not_found", "This note is no more, or somebody else wrote it.");
}

async function mentioned(workspaceId: string, body: string, ids: readonly string[]) {
  const team = ids.length > 0 ? await listTeam(workspaceId) : [];
  return namedIn(body, team).flatMap(({ id }) => (ids.includes(id) ? [id] : []));
}

async function tell(
  tx: Sql,
  note: { workspaceId: string; authorId: string; body: string },
  userIds: readonly string[],
  subject: { name: string; path: string },
): Promise<string[]> {
  const others = userIds.filter((userId) => userId !== note.authorId);
  if (others.length === 0) return [];
  const [author] = await tx.query(`SELECT name FROM "user" WHERE id = $1`, [note.authorId]);
  return notify(tx, note.workspaceId, others, {
    kind: "mention",
    title: `${author?.name ?? "Somebody"} mentioned you on ${subject.name}`,
    body: note.body,
    href: `${subject.path}#notes`,
  });
}
