import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { holdProjection } from "#lib/db/hold-projection.ts";
import type { Sql } from "#lib/db/sql.ts";
import { isTransient } from "#lib/db/transient.ts";
import type { EventReading } from "#lib/events/read-event.ts";
import { refOf } from "#lib/identity/evidence.ts";
import { type Claimed, readClaimed } from "#lib/inbox/claimed.ts";
import { recordDrift } from "#lib/inbox/drift-log.ts";
import { dropSuppressed } from "#lib/inbox/drop-suppressed.ts";
import { type Fate, finishDeliveries, postpone } from "#lib/inbox/fate.ts";
import { type Lease, releaseLeases } from "#lib/inbox/lease.ts";
import { type Incoming, projectEvents } from "#lib/inbox/project.ts";
import { ReadAhead } from "#lib/inbox/read-ahead.ts";
import { visitorsChanged } from "#lib/live/visitors-changed.ts";
import { log } from "#lib/log.ts";
import { loadSuppressionKey } from "#lib/privacy/suppression-key.ts";

const idRow = z.object({ workspaceId: z.string(), id: z.string() });

// Only what is still ours: a worker that lost its lease finds another generation and gets nothing. Each row is looked up
// by its key: for a join the queue, which never has statistics, would be read whole with all that has left it.
const HOLD = `
  SELECT q."workspaceId", q."deliveryId" AS id
  FROM (
    SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS x("workspaceId" text, "deliveryId" text, "generation" int)
    ORDER BY x."deliveryId"
  ) x CROSS JOIN LATERAL (
    SELECT * FROM delivery_queue q WHERE q."workspaceId" = x."workspaceId" AND q."deliveryId" = x."deliveryId"
      AND q."generation" = x."generation" FOR UPDATE
  ) q`;

/** The visitors that a transaction derived anew, by workspace. */
type Changed = Map<string, readonly string[]>;

const TEST_TYPE = "foyer.test";

/**
 * Claims up to `limit` pending deliveries, then projects them and marks them done, chunk by chunk, each
 * in one transaction; meanwhile the next is read (`ReadAhead`), also of what comes in only then. Returns how many
 * it projected or tried to. If a chunk fails, each of its deliveries is tried in a transaction of its own, so that
 * one poisonous event does not hold up its neighbours. Once `isStopping` no further chunk is begun, and what is left goes
 * back to the queue. After each chunk `wasTried` is told how many deliveries it had.
 */
export async function drainOnce(
  limit = 4_000,
  isStopping = () => false,
  wasTried?: (count: number) => void,
): Promise<number> {
  const ahead = new ReadAhead(limit);
  await ahead.claim();
  let count = 0;
  for (let chunk = await ahead.take(); chunk; chunk = await ahead.take()) {
    if (isStopping()) {
      await releaseLeases(sql(), [...chunk.leases, ...(await ahead.giveUp())]);
      break;
    }
    const { leases, claimed } = chunk;
    count += leases.length;
    const isDone = await ahead.readDuring(claimed ? isProjected(claimed) : Promise.resolve(false));
    if (!isDone) for (const lease of leases) await drainAlone(lease);
    wasTried?.(leases.length);
  }
  return count;
}

async function isProjected(claimed: readonly Claimed[]): Promise<boolean> {
  try {
    await projectClaimed(claimed);
    return true;
  } catch (error) {
    log().warn({ err: error, deliveries: claimed.length }, "a chunk failed; trying one by one");
    return false;
  }
}

async function drainAlone(lease: Lease): Promise<void> {
  try {
    await projectClaimed(await readClaimed(sql(), [lease]));
  } catch (error) {
    log().error({ err: error, deliveryId: lease.deliveryId }, "a delivery could not be projected");
    // A lock or a database that was not to be had is no fault of the delivery: the lease runs out, and
    // nothing is counted.
    if (isTransient(error)) return;
    await postpone(sql(), lease, error);
  }
}

async function projectClaimed(claimed: readonly Claimed[]): Promise<void> {
  if (claimed.length === 0) return;
  const changed: Changed = new Map();
  await sql().preparedTransaction(async (tx) => {
    // Until the ledger's next commit a crash of the database may undo this; then it is projected again. What acts on it
    // outside (a mail, a webhook) commits first that it will, and with that this, too. The embedded engine has nobody who
    // writes it to the disk soon, and a backup copies its files.
    if (sql().kind === "server") await tx.run("SET LOCAL synchronous_commit = off");
    const [rows, suppressionKeys] = await Promise.all([
      tx.query(HOLD, [JSON.stringify(claimed.map(({ lease }) => lease))]),
      holdWorkspaces(tx, claimed),
    ]);
    const held = new Set(rows.map((row) => idRow.parse(row)).map(keyOf));
    await project(
      tx,
      claimed.filter((one) => held.has(keyOf(one))),
      suppressionKeys,
      changed,
    );
  });
  for (const [workspaceId, ids] of changed) visitorsChanged(workspaceId, ids);
}

function keyOf({ workspaceId, id }: { workspaceId: string; id: string }): string {
  return `${workspaceId} ${id}`;
}

/** Holds the projection of the workspaces that these are of; what their suppressions are hashed with. */
async function holdWorkspaces(tx: Sql, claimed: readonly Claimed[]) {
  // Always in the same order, so that two workers with the same workspaces cannot wait for each other.
  const workspaceIds = [...new Set(claimed.map(({ workspaceId }) => workspaceId))].sort();
  const keys = await Promise.all(
    workspaceIds.map(async (workspaceId) => {
      await holdProjection(tx, workspaceId);
      return [workspaceId, await loadSuppressionKey(tx, workspaceId)] as const;
    }),
  );
  return new Map(keys);
}

async function project(
  tx: Sql,
  claimed: readonly Claimed[],
  suppressionKeys: ReadonlyMap<string, string | null>,
  changed: Changed,
): Promise<void> {
  if (claimed.length === 0) return;
  const fates: Fate[] = [];
  const incoming = new Map<string, Incoming[]>();
  const drift = new Map<string, string[]>();
  for (const delivery of claimed) {
    const { reading } = delivery;
    const base = { workspaceId: delivery.workspaceId, id: delivery.id };
    if (!reading.ok) {
      fates.push({ ...base, ...unreadFate(reading) });
      continue;
    }
    const list = incoming.get(delivery.workspaceId) ?? [];
    list.push({ deliveryId: delivery.id, contribution: reading.contribution });
    incoming.set(delivery.workspaceId, list);
    drift.set(delivery.id, reading.drift);
  }
  for (const [workspaceId, all] of incoming) {
    const key = suppressionKeys.get(workspaceId) ?? null;
    const { kept: events, dropped } = await dropSuppressed(tx, workspaceId, key, all);
    for (const { deliveryId, contribution } of dropped) {
      const { eventId, type, occurredAt } = contribution;
      const what = { state: "ignored", reason: "suppressed", detail: null } as const;
      fates.push({ workspaceId, id: deliveryId, ...what, eventId, type, occurredAt });
    }
    const fresh = await projectEvents(tx, workspaceId, events, (ids) =>
      changed.set(workspaceId, [...ids]),
    );
    for (const { deliveryId, contribution } of events) {
      // Of several deliveries of one new event the first is the one projected.
      const isNew = fresh.delete(refOf(contribution));
      const unknown = isNew ? (drift.get(deliveryId) ?? []) : [];
      await recordDrift(tx, { workspaceId, id: deliveryId }, contribution.type, unknown);
      fates.push({
        workspaceId,
        id: deliveryId,
        state: isNew ? "projected" : "duplicate",
        reason: null,
        detail: null,
        eventId: contribution.eventId,
        type: contribution.type,
        occurredAt: contribution.occurredAt,
      });
    }
  }
  await finishDeliveries(tx, fates);
}

function unreadFate(reading: Exclude<EventReading, { ok: true }>) {
  const { eventId, type, occurredAt } = reading;
  const common = { eventId, type, occurredAt };
  if (reading.reason === "invalid_shape") {
    const detail = { issues: reading.issues.slice(0, 50) };
    return { ...common, state: "quarantined", reason: "invalid_shape", detail } as const;
  }
  const reason = type === TEST_TYPE ? "test" : "unknown_type";
  return { ...common, state: "ignored", reason, detail: null } as const;
}
