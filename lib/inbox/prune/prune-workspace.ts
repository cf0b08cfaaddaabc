import { recordAuditWith } from "#lib/audit/record-with.ts";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { holdProjection } from "#lib/db/hold-projection.ts";
import { newTimeId } from "#lib/ids.ts";
import { retrying } from "#lib/inbox/erase-person.ts";
import { visitorsChanged } from "#lib/live/visitors-changed.ts";
import type { RetentionKind } from "#lib/privacy/retention.ts";
import { getPrivacySettings } from "#lib/privacy/settings.ts";
import { isRunning } from "#lib/rebuild/shadow.ts";
import { prunePayloads } from "./prune-payloads.ts";
import { pruneAudit, pruneDeliveries, pruneFiles, pruneJobRows } from "./prune-rows.ts";
import type { Prune, PruneStep } from "./prune-step.ts";
import { pruneVisitors } from "./prune-visitors.ts";
import { pruneVisits } from "./prune-visits.ts";

const DAY_MS = 86_400_000;

/** In this order: what is forgotten first need not be written anew. */
const PRUNES = [
  { name: "visitors", kind: "visitorDays", prune: pruneVisitors, isOfLedger: true },
  { name: "visits", kind: "visitDays", prune: pruneVisits, isOfLedger: true },
  { name: "payloads", kind: "payloadDays", prune: prunePayloads, isOfLedger: true },
  { name: "deliveries", kind: "deliveryDays", prune: pruneDeliveries, isOfLedger: true },
  { name: "auditEntries", kind: "auditDays", prune: pruneAudit, isOfLedger: false },
  { name: "files", kind: "fileDays", prune: pruneFiles, isOfLedger: false },
  { name: "jobs", kind: "fileDays", prune: pruneJobRows, isOfLedger: false },
] as const satisfies readonly {
  name: string;
  kind: RetentionKind;
  prune: Prune;
  isOfLedger: boolean;
}[];

type Name = (typeof PRUNES)[number]["name"];

/** How much of each kind was pruned; a kind that is kept is left out. */
export type PruneCounts = Partial<Record<Name, number>>;

export interface PruneOptions {
  /** Only counts; nothing is changed. */
  dryRun?: boolean;
  /** Asked between the steps; true stops, and the next run goes on from there. */
  isOver?: () => boolean;
}

/**
 * Prunes what a workspace does not keep any longer, counted from receipt, in small transactions. What is
 * left is what a rebuild makes of the ledger. Answers the counts, and whether all of it was done.
 */
export async function pruneWorkspace(
  workspaceId: string,
  { dryRun = false, isOver = () => false }: PruneOptions = {},
): Promise<{ counts: PruneCounts; isDone: boolean }> {
  const { retention } = await getPrivacySettings(workspaceId);
  const counts: PruneCounts = {};
  let isDone = true;
  for (const { name, kind, prune, isOfLedger } of PRUNES) {
    const days = retention[kind];
    if (days === null) continue;
    const before = new Date(now() - days * DAY_MS);
    counts[name] = 0;
    for (let after: string | null = null; isDone; ) {
      // A rebuild must not find the ledger changed under it: it is pruned afterwards.
      if (isOver() || (isOfLedger && !dryRun && (await isRunning(sql())))) {
        isDone = false;
        break;
      }
      const step: PruneStep = await oneStep(prune, { workspaceId, before, after, dryRun });
      counts[name] += step.count;
      if (step.next === null) break;
      after = step.next;
    }
  }
  if (!dryRun) await finish(workspaceId, counts, isDone);
  return { counts, isDone };
}

function oneStep(prune: Prune, at: Parameters<Prune>[1]): Promise<PruneStep> {
  return retrying(() =>
    sql().longTransaction(async (tx) => {
      if (!at.dryRun) await holdProjection(tx, at.workspaceId);
      return prune(tx, at);
    }),
  );
}

async function finish(workspaceId: string, counts: PruneCounts, isDone: boolean): Promise<void> {
  const at = now();
  const done = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  if (Object.keys(done).length > 0) {
    await recordAuditWith(sql(), workspaceId, {
      ...{ id: newTimeId("aud", at), at: new Date(at).toISOString() },
      ...{ actorId: null, action: "privacy.pruned", target: null, detail: done },
    });
  }
  if (isDone) {
    await sql().query(`UPDATE privacy_settings SET "prunedAt" = $2 WHERE "workspaceId" = $1`, [
      workspaceId,
      new Date(at),
    ]);
  }
  if (counts.visitors || counts.visits) visitorsChanged(workspaceId, []);
}
