import { z } from "zod";
import { loadPageGoalRules, storePageGoals } from "#lib/attribution/goals/page-goals.ts";
import { refreshCompanyTotals } from "#lib/companies/store-companies.ts";
import type { Sql } from "#lib/db/sql.ts";
import { dropVisit } from "#lib/events/without-visit.ts";
import { deriveAgain } from "#lib/inbox/erase-evidence.ts";
import { parseStoredBody } from "#lib/inbox/parse-body.ts";
import { loadVisitorFacts } from "#lib/inbox/recollect.ts";
import { projectVisitors } from "#lib/visitors/project-visitors.ts";
import { deleteBodies, type OldDelivery, rewriteBodies, stepOverBodies } from "./old-bodies.ts";
import type { PruneAt, PruneStep } from "./prune-step.ts";

/**
 * Forgets what happened in visits of long ago: the bodies are written anew without it, and what is made
 * of them is derived again. That there was a visit, when and from which source stays.
 */
export function pruneVisits(tx: Sql, at: PruneAt): Promise<PruneStep> {
  const { workspaceId, dryRun } = at;
  return stepOverBodies(tx, at, "visitsTo", async (deliveries) => {
    const held = deliveries.filter(({ body }) => body !== null);
    // A rebuild takes an event from the first delivery that has it: copies must not say something else.
    const [copies, others] = [held.filter(isCopy), held.filter((one) => !isCopy(one))];
    const reduced = others.flatMap(withoutVisit);
    if (!dryRun) {
      await deleteBodies(
        tx,
        workspaceId,
        copies.map(({ id }) => id),
      );
      await rewriteBodies(tx, workspaceId, "visit", reduced);
      await deriveVisits(
        tx,
        workspaceId,
        reduced.map(({ id }) => id),
      );
    }
    return reduced.length + copies.length;
  });
}

const isCopy = ({ hasEvent, state }: OldDelivery) =>
  !hasEvent && (state === "duplicate" || state === "projected");

function withoutVisit({ id, body }: OldDelivery) {
  const parsed = parseStoredBody(body ?? "");
  if (!parsed.ok || !dropVisit(parsed.value)) return [];
  return [{ id, text: JSON.stringify(parsed.value) }];
}

const eventRow = z.object({ sid: z.string().nullable(), visitorId: z.string().nullable() });

async function deriveVisits(tx: Sql, workspaceId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  // delivery_workspaceId_id, event's primary key.
  const rows = await tx.query(
    `SELECT DISTINCT e."sid", e."visitorId" FROM delivery d
     JOIN event e ON e."workspaceId" = $1 AND e."eventId" = d."eventId" AND e."hash" = d."bodyHash"
     WHERE d."workspaceId" = $1 AND d."id" = ANY($2::text[])`,
    [workspaceId, ids],
  );
  const events = rows.map((one) => eventRow.parse(one));
  const { touched } = await deriveAgain(tx, workspaceId, {
    sids: [...new Set(events.flatMap(({ sid }) => sid ?? []))],
    visitorIds: [...new Set(events.flatMap(({ visitorId }) => visitorId ?? []))],
    vids: [],
    emails: [],
  });
  // Merged facts cannot be un-merged: a place and a time zone may have come from these visits alone.
  const facts = await loadVisitorFacts(tx, workspaceId, [...touched]);
  const { companyIds } = await projectVisitors(
    tx,
    workspaceId,
    [...touched].sort().map((id) => {
      return { id, key: null, facts: facts.get(id) ?? {}, mode: "replace" } as const;
    }),
  );
  const goals = await loadPageGoalRules(tx, workspaceId);
  await storePageGoals(tx, workspaceId, [...touched], goals);
  await refreshCompanyTotals(tx, workspaceId, companyIds);
}
