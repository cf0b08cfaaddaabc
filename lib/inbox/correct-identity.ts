import { z } from "zod";
import { recordAuditWith } from "#lib/audit/record-with.ts";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { holdProjection } from "#lib/db/hold-projection.ts";
import type { Sql } from "#lib/db/sql.ts";
import { FoyerError } from "#lib/errors.ts";
import { insertCorrection, revokeStored } from "#lib/identity/correction-store.ts";
import { isStrongKey } from "#lib/identity/evidence.ts";
import { newTimeId } from "#lib/ids.ts";
import { applyCorrections } from "#lib/inbox/reapply-corrections.ts";
import { keptRecords, noteRecords, returnRecords } from "#lib/leads/kept-records.ts";
import { visitorsChanged } from "#lib/live/visitors-changed.ts";

const visitorRow = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string().nullable(),
});

type Named = z.output<typeof visitorRow>;

const GONE = "One of the two visitors is no longer there. Reload the page and look again.";

/** Which session, device or event is another person's. */
export interface WrongEvidence {
  visitorId: string;
  scope: "session" | "device" | "event";
  ref: string;
  /** Who gets the session; null for nobody. Devices and events go to nobody. */
  intoVisitorId: string | null;
}

/**
 * Says that two visitors are one person. `into` keeps its id, unless only the other has a LinkedIn URL:
 * the stronger key stays. Returns the correction's id and the visitor that stays. Throws `not_found`,
 * `conflict`, `invalid_request`.
 */
export function mergeVisitors(
  workspaceId: string,
  actorId: string | null,
  { fromId, intoId }: { fromId: string; intoId: string },
  keyId?: string,
): Promise<{ correctionId: string; visitorId: string }> {
  return correct(workspaceId, async (tx) => {
    if (fromId === intoId) throw new FoyerError("invalid_request", "These are the same visitor.");
    const found = await loadVisitors(tx, workspaceId, [fromId, intoId]);
    const [first, second] = [found.get(fromId), found.get(intoId)];
    if (!first || !second) throw new FoyerError("not_found", GONE);
    const [from, into] = survivorLast(first, second);
    const kept = await noteRecords(tx, workspaceId, from.id, into.id);
    const stored = await insertCorrection(tx, workspaceId, {
      kind: "merge",
      from,
      into,
      detail: { from: from.name, into: into.name, kept },
      actorId,
    });
    if (!stored) throw new FoyerError("conflict", GONE);
    await audit(tx, workspaceId, actorId, "identity.merge", from.id, { into: into.id, keyId });
    const touched = await applyCorrections(tx, workspaceId, [stored]);
    return { result: { correctionId: stored.id, visitorId: into.id }, touched };
  });
}

/** The two with the one that keeps its id last. */
export function survivorLast<T extends { key: string }>(from: T, into: T): [T, T] {
  return isStrongKey(from.key) && !isStrongKey(into.key) ? [into, from] : [from, into];
}

/**
 * Says that a session, device or event is not this visitor's. Its events stay on record and speak for
 * nobody from then on; a session may be given to another visitor, as a visit. Throws as `mergeVisitors`.
 */
export function detachEvidence(
  workspaceId: string,
  actorId: string | null,
  wrong: WrongEvidence,
  keyId?: string,
): Promise<{ correctionId: string }> {
  return correct(workspaceId, async (tx) => {
    const { visitorId, scope, ref, intoVisitorId } = wrong;
    if (intoVisitorId === visitorId) {
      throw new FoyerError("invalid_request", "The session is this visitor’s already.");
    }
    const ids = intoVisitorId ? [visitorId, intoVisitorId] : [visitorId];
    const found = await loadVisitors(tx, workspaceId, ids);
    const from = found.get(visitorId);
    const into = intoVisitorId ? found.get(intoVisitorId) : null;
    if (!from || into === undefined) throw new FoyerError("not_found", GONE);
    if (!(await isOf(tx, workspaceId, wrong))) {
      throw new FoyerError("not_found", `This ${scope} is not this visitor’s any more. Reload.`);
    }
    const stored = await insertCorrection(tx, workspaceId, {
      kind: "detach",
      scope,
      ref,
      from,
      into,
      detail: { from: from.name, into: into?.name ?? null },
      actorId,
    });
    if (!stored) throw new FoyerError("conflict", `This ${scope} was corrected before.`);
    const detail = { scope, ref, into: into?.id ?? null, keyId };
    await audit(tx, workspaceId, actorId, "identity.detach", visitorId, detail);
    const touched = await applyCorrections(tx, workspaceId, [stored]);
    return { result: { correctionId: stored.id }, touched };
  });
}

/**
 * Takes a correction back: the tables are again what they would be had it never been made. After a merge
 * the team's records go back as well (see kept-records.ts). Throws `not_found`.
 */
export function revokeCorrection(
  workspaceId: string,
  actorId: string | null,
  correctionId: string,
  keyId?: string,
): Promise<{ visitorId: string | null }> {
  return correct(workspaceId, async (tx) => {
    const stored = await revokeStored(tx, workspaceId, correctionId, actorId);
    if (!stored) throw new FoyerError("not_found", "This was undone before, or never done.");
    await audit(tx, workspaceId, actorId, "identity.undo", stored.fromId, {
      of: stored.kind,
      keyId,
    });
    const touched = await applyCorrections(tx, workspaceId, [stored]);
    const { fromId, intoId, detail } = stored;
    const kept = keptRecords.safeParse(detail.kept);
    if (stored.kind === "merge" && fromId && intoId && kept.success) {
      const isBack = (await loadVisitors(tx, workspaceId, [fromId])).has(fromId);
      if (isBack) await returnRecords(tx, workspaceId, kept.data, fromId, intoId);
    }
    return { result: { visitorId: fromId }, touched };
  });
}

async function correct<T>(
  workspaceId: string,
  work: (tx: Sql) => Promise<{ result: T; touched: Set<string> }>,
): Promise<T> {
  const { result, touched } = await sql().transaction(async (tx) => {
    await holdProjection(tx, workspaceId);
    return work(tx);
  });
  visitorsChanged(workspaceId, [...touched]);
  return result;
}

async function loadVisitors(tx: Sql, workspaceId: string, ids: readonly string[]) {
  const rows = await tx.query(
    `SELECT "id", "key", coalesce("fullName", "primaryEmail") AS name FROM visitor
     WHERE "workspaceId" = $1 AND "id" = ANY($2::text[])`,
    [workspaceId, ids],
  );
  return new Map(
    rows.map((row): Named => visitorRow.parse(row)).map((visitor) => [visitor.id, visitor]),
  );
}

const PLACES = {
  session: `SELECT 1 FROM session WHERE "workspaceId" = $1 AND "visitorId" = $2 AND "sid" = $3`,
  device: `SELECT 1 FROM device WHERE "workspaceId" = $1 AND "visitorId" = $2 AND "vid" = $3`,
  event: `SELECT 1 FROM event WHERE "workspaceId" = $1 AND "visitorId" = $2 AND "eventId" = $3`,
} as const;

async function isOf(tx: Sql, workspaceId: string, { visitorId, scope, ref }: WrongEvidence) {
  return (await tx.query(PLACES[scope], [workspaceId, visitorId, ref])).length > 0;
}

async function audit(
  tx: Sql,
  workspaceId: string,
  actorId: string | null,
  action: string,
  target: string | null,
  detail: object,
): Promise<void> {
  const at = now();
  const line = { id: newTimeId("aud", at), at: new Date(at).toISOString() };
  await recordAuditWith(tx, workspaceId, { ...line, actorId, action, target, detail });
}
