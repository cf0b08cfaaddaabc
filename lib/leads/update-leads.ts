import { now } from "#lib/clock.ts";
import { db, sql } from "#lib/db/client.ts";
import type { Sql } from "#lib/db/sql.ts";
import { FoyerError } from "#lib/errors.ts";
import type { LeadChange } from "#lib/leads/lead-change.ts";
import { requireMemberOf } from "#lib/leads/require-member-of.ts";
import { writeOwnerAndStatus, writeTags } from "#lib/leads/write-leads.ts";

/** More at once would hold the rows too long; a job does such things in batches. */
export const MOST_AT_ONCE = 1_000;

/**
 * Changes owner, status and tags of visitors, with the history that their timelines show. All or
 * nothing; ids that are no visitors (any more) are passed over. `userId` is who does it, null for
 * Foyer itself. Returns how many visitors are other than before. Throws `conflict` when the owner is
 * no member or a tag is no more.
 */
export async function updateLeads(
  workspaceId: string,
  userId: string | null,
  visitorIds: readonly string[],
  change: LeadChange,
): Promise<number> {
  await checkChange(workspaceId, change);
  return sql().transaction((tx) => changeLeads(tx, workspaceId, userId, visitorIds, change));
}

/** Throws `conflict` when the owner is no member or a tag is no more. */
export async function checkChange(workspaceId: string, change: LeadChange): Promise<void> {
  if (change.ownerId) await requireMemberOf(workspaceId, change.ownerId);
  const tagIds = [...new Set(change.addTagIds ?? [])];
  const known = tagIds.length
    ? await db().tag.count({ where: { workspaceId, id: { in: tagIds } } })
    : 0;
  if (known < tagIds.length) throw new FoyerError("conflict", "This tag does not exist any more.");
}

/** `updateLeads` inside the caller's transaction, for a change that was checked. */
export async function changeLeads(
  tx: Sql,
  workspaceId: string,
  userId: string | null,
  visitorIds: readonly string[],
  change: LeadChange,
): Promise<number> {
  if (visitorIds.length > MOST_AT_ONCE) {
    throw new FoyerError("invalid_request", `No more than ${MOST_AT_ONCE} visitors at once.`);
  }
  // Locked until the commit: a visitor that is replaced meanwhile takes the change along.
  const rows = await tx.query(
    `SELECT "id" FROM visitor WHERE "workspaceId" = $1 AND "id" = ANY($2::text[])
     ORDER BY "id" FOR KEY SHARE`,
    [workspaceId, visitorIds],
  );
  const ids = rows.map((row) => String(row.id));
  const target = { workspaceId, userId, ids, at: new Date(now()) };
  const changed = [
    ...(await writeOwnerAndStatus(tx, target, change)),
    ...(await writeTags(tx, target, change)),
  ];
  return new Set(changed).size;
}
