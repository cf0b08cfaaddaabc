import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { firstTimeId } from "#lib/ids.ts";
import { forgetPerson } from "#lib/inbox/forget-person.ts";
import { listDeliveriesOf, listPersonEvents } from "#lib/inbox/person-evidence.ts";
import { eraseOwnRecords } from "#lib/privacy/erase-records.ts";
import { loadPerson } from "#lib/privacy/person.ts";
import type { PruneAt, PruneStep } from "./prune-step.ts";

const PAGE = 20;

// visitor_by_last_seen_idx, backwards; then, for each, event_workspaceId_visitorId_….
// Nothing was received of them and nobody in the team did anything about them since.
const INACTIVE = `
  SELECT v."id", v."lastSeenAt" FROM visitor v
  WHERE v."workspaceId" = $1 AND v."lastSeenAt" < $2 AND (v."lastSeenAt", v."id") > ($4, $5)
    AND NOT EXISTS (SELECT 1 FROM event e WHERE e."workspaceId" = $1 AND e."visitorId" = v."id"
      AND e."deliveryId" >= $3)
    AND NOT EXISTS (SELECT 1 FROM lead t WHERE t."workspaceId" = $1 AND t."visitorId" = v."id"
      AND t."updatedAt" >= $2)
    AND NOT EXISTS (SELECT 1 FROM note t WHERE t."workspaceId" = $1 AND t."visitorId" = v."id"
      AND coalesce(t."editedAt", t."createdAt") >= $2)
    AND NOT EXISTS (SELECT 1 FROM task t WHERE t."workspaceId" = $1 AND t."visitorId" = v."id"
      AND (t."createdAt" >= $2 OR t."doneAt" >= $2))
    AND NOT EXISTS (SELECT 1 FROM outcome t WHERE t."workspaceId" = $1 AND t."visitorId" = v."id"
      AND t."at" >= $2)
  ORDER BY v."lastSeenAt", v."id" LIMIT ${PAGE}`;

const visitorRow = z.object({ id: z.string(), lastSeenAt: z.date() });

/**
 * Forgets identified visitors without activity: as an erasure does, but the next event brings them back.
 */
export async function pruneVisitors(tx: Sql, at: PruneAt): Promise<PruneStep> {
  const { workspaceId, before, after, dryRun } = at;
  const [seen, id] = after?.split(" ") ?? ["1900-01-01T00:00:00.000Z", ""];
  const values = [workspaceId, before, firstTimeId("del", before.getTime()), seen, id];
  const found = (await tx.query(INACTIVE, values)).map((row) => visitorRow.parse(row));
  if (!dryRun) for (const visitor of found) await forget(tx, workspaceId, visitor.id);
  const last = found.at(-1);
  const next = last ? `${last.lastSeenAt.toISOString()} ${last.id}` : null;
  return { count: found.length, next: found.length < PAGE ? null : next };
}

async function forget(tx: Sql, workspaceId: string, visitorId: string): Promise<void> {
  const person = await loadPerson(tx, workspaceId, visitorId, { visitorId });
  // One that was reassigned to somebody else by what was forgotten a moment ago.
  if (person.visitorId === null) return;
  const events = await listPersonEvents(tx, workspaceId, person);
  await forgetPerson(tx, workspaceId, person, {
    events,
    deliveryIds: await listDeliveriesOf(tx, workspaceId, events),
    reason: "pruned",
  });
  await eraseOwnRecords(tx, workspaceId, person.ids);
}
