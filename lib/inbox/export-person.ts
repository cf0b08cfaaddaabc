import { z } from "zod";
import { recordAudit } from "#lib/audit/record.ts";
import { now } from "#lib/clock.ts";
import { instant } from "#lib/columns.ts";
import { sql } from "#lib/db/client.ts";
import type { ErasedBy } from "#lib/inbox/erase-person.ts";
import { BODY_TEXT, parseStoredBody } from "#lib/inbox/parse-body.ts";
import {
  listDeliveriesOf,
  listPersonEvents,
  listUnprojectedOf,
} from "#lib/inbox/person-evidence.ts";
import { findPerson } from "#lib/privacy/find-person.ts";
import { listPersonRows } from "#lib/privacy/list-person-rows.ts";
import { loadPerson } from "#lib/privacy/person.ts";
import type { PrivacySubject } from "#lib/privacy/privacy-subject.ts";
import { getVisitor } from "#lib/visitors/get-visitor.ts";
import { visitorProfile } from "#lib/visitors/visitor-profile.ts";

const heldDelivery = z.object({
  id: z.string(),
  webhookId: z.string(),
  type: z.string().nullable(),
  state: z.string(),
  receivedAt: instant,
  payload: z.unknown().meta({ description: "As it was received" }),
});

/** All that is held on a person. */
export const personExport = z.object({
  exportedAt: z.iso.datetime(),
  visitorId: z.string().nullable(),
  profile: visitorProfile.nullable(),
  records: z
    .record(z.string(), z.array(z.record(z.string(), z.unknown())))
    .meta({ description: "The rows of the database, by table" }),
  deliveries: z.array(heldDelivery).meta({ description: "Every webhook message about the person" }),
});

export type PersonExport = z.output<typeof personExport>;

const bodyRow = heldDelivery.omit({ payload: true }).extend({ body: z.string() });

const PAGE = 100;

/** Gathers all that is held on a person; null where nothing is. Throws `conflict` as `erasePerson`. */
export async function exportPerson(
  workspaceId: string,
  { actorId, keyId }: ErasedBy,
  subject: PrivacySubject,
): Promise<PersonExport | null> {
  const visitorId = await findPerson(workspaceId, subject);
  const person = await loadPerson(sql(), workspaceId, visitorId, subject);
  const events = await listPersonEvents(sql(), workspaceId, person);
  const ids = new Set([
    ...(await listDeliveriesOf(sql(), workspaceId, events)),
    ...(await listUnprojectedOf(sql(), workspaceId, person)),
  ]);
  if (person.visitorId === null && ids.size === 0) return null;
  const found = visitorId === null ? null : await getVisitor(workspaceId, visitorId);
  const records = await listPersonRows(sql(), workspaceId, person, events);
  const deliveries = await listHeldDeliveries(workspaceId, [...ids].sort());
  await recordAudit(workspaceId, actorId, "privacy.exported", person.visitorId, {
    deliveries: deliveries.length,
    ...(keyId && { keyId }),
  });
  return {
    exportedAt: new Date(now()).toISOString(),
    visitorId: person.visitorId,
    profile: found && !("redirectTo" in found) ? found : null,
    records,
    deliveries,
  };
}

async function listHeldDeliveries(workspaceId: string, ids: readonly string[]) {
  const held: z.output<typeof heldDelivery>[] = [];
  for (let from = 0; from < ids.length; from += PAGE) {
    const rows = await sql().query(
      `SELECT d."id", d."webhookId", d."type", d."state", d."receivedAt", ${BODY_TEXT} FROM delivery d
       JOIN delivery_body b ON b."workspaceId" = d."workspaceId" AND b."deliveryId" = d."id"
       WHERE d."workspaceId" = $1 AND d."id" = ANY($2::text[]) ORDER BY d."id"`,
      [workspaceId, ids.slice(from, from + PAGE)],
    );
    for (const row of rows) {
      const { body, ...delivery } = bodyRow.parse(row);
      const parsed = parseStoredBody(body);
      held.push({ ...delivery, payload: parsed.ok ? parsed.value : body });
    }
  }
  return held;
}
