import { z } from "zod";
import { recordAuditWith } from "#lib/audit/record-with.ts";
import { now } from "#lib/clock.ts";
import { sql } from "#lib/db/client.ts";
import { holdProjection } from "#lib/db/hold-projection.ts";
import type { Sql } from "#lib/db/sql.ts";
import { isTransient } from "#lib/db/transient.ts";
import { newTimeId } from "#lib/ids.ts";
import { forgetPerson } from "#lib/inbox/forget-person.ts";
import {
  listDeliveriesOf,
  listPersonEvents,
  listUnprojectedOf,
} from "#lib/inbox/person-evidence.ts";
import { visitorsChanged } from "#lib/live/visitors-changed.ts";
import { eraseRecords } from "#lib/privacy/erase-records.ts";
import { findPerson } from "#lib/privacy/find-person.ts";
import { loadPerson } from "#lib/privacy/person.ts";
import type { PrivacySubject } from "#lib/privacy/privacy-subject.ts";
import { suppress } from "#lib/privacy/suppression.ts";

/** The proof of an erasure; it names nobody. */
export const erasure = z.object({
  id: z.string().meta({ description: "Of the entry in the audit log" }),
  erasedAt: z.iso.datetime(),
  visitors: z
    .int()
    .meta({ description: "0 where nobody was known by this: suppressed all the same" }),
  events: z.int(),
  deliveries: z.int().meta({ description: "Webhook messages whose bodies were deleted" }),
  sessions: z.int(),
  records: z.record(z.string(), z.int()).meta({ description: "Other rows, by table" }),
  suppressions: z.int().meta({ description: "Keys by which later events are dropped" }),
});

export type Erasure = z.output<typeof erasure>;

/** Who erases: a user, an API key, or the operator (neither). */
export interface ErasedBy {
  actorId: string | null;
  keyId?: string;
}

/**
 * Removes a person from every table and from the ledger, and suppresses whatever they are known by, all
 * in one transaction. What the remaining events say of others stands as if the person had never come.
 * Throws `conflict` for an e-mail that several visitors carry.
 */
export async function erasePerson(
  workspaceId: string,
  by: ErasedBy,
  subject: PrivacySubject,
): Promise<Erasure | null> {
  const visitorId = await findPerson(workspaceId, subject);
  // An id that is nobody's says nothing by which somebody could be kept away.
  if (visitorId === null && subject.visitorId !== undefined) return null;
  const { proof, touched } = await retrying(() =>
    sql().longTransaction(async (tx) => {
      await holdProjection(tx, workspaceId);
      return erase(tx, workspaceId, by, { visitorId, subject });
    }),
  );
  visitorsChanged(workspaceId, touched);
  return proof;
}

const ATTEMPTS = 3;

/**
 * A drain locks its deliveries before it waits for the projection; of two that wait for each other the
 * database sends one back.
 */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransient(error)) throw error;
    }
  }
}

async function erase(
  tx: Sql,
  workspaceId: string,
  { actorId, keyId }: ErasedBy,
  { visitorId, subject }: { visitorId: string | null; subject: PrivacySubject },
) {
  const person = await loadPerson(tx, workspaceId, visitorId, subject);
  const events = await listPersonEvents(tx, workspaceId, person);
  const deliveryIds = [
    ...new Set([
      ...(await listDeliveriesOf(tx, workspaceId, events)),
      ...(await listUnprojectedOf(tx, workspaceId, person)),
    ]),
  ];
  const { touched, sids, corrections } = await forgetPerson(tx, workspaceId, person, {
    events,
    deliveryIds,
    reason: "erased",
  });
  const { visitorId: id, keys } = person;
  const records = await eraseRecords(tx, workspaceId, person);
  if (corrections > 0) records.identity_correction = corrections;
  const suppressions = await suppress(tx, workspaceId, actorId, { ...keys, sids });
  const at = now();
  const proof: Erasure = {
    id: newTimeId("aud", at),
    erasedAt: new Date(at).toISOString(),
    visitors: id === null ? 0 : 1,
    events: events.length,
    deliveries: deliveryIds.length,
    sessions: sids.length,
    records,
    suppressions,
  };
  const { id: auditId, erasedAt, ...detail } = proof;
  await recordAuditWith(tx, workspaceId, {
    ...{ id: auditId, at: erasedAt, actorId, action: "privacy.erased", target: null },
    detail: { ...detail, ...(keyId && { keyId }) },
  });
  return { proof, touched };
}
