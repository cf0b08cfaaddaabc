import { z } from "zod";
import type { Sql } from "#lib/db/sql.ts";
import { listNeighbours } from "#lib/identity/select-evidence.ts";
import type { PersonEvent } from "#lib/inbox/person-evidence.ts";
import { reassign } from "#lib/inbox/project.ts";
import { readStored } from "#lib/inbox/stored-contributions.ts";
import { refreshDevices } from "#lib/sessions/refresh-devices.ts";
import { loadSessions, storeSessions } from "#lib/sessions/store-sessions.ts";
import { listCarriers, storeValidations } from "#lib/visitors/store-validations.ts";

const sessionRow = z.object({ sid: z.string(), vid: z.string(), visitorId: z.string().nullable() });
const heldRow = z.object({ deliveryId: z.string(), sid: z.string().nullable() });

/**
 * Takes events out of the projected tables, which then are what the remaining ones say: sessions and
 * validations that others share are derived from those alone, and evidence that hung on what is gone is
 * assigned anew. The caller holds the projection. Returns the visitors derived again and the sessions of
 * which nothing is left.
 */
export async function eraseEvidence(
  sql: Sql,
  workspaceId: string,
  events: readonly PersonEvent[],
  person: { visitorId: string | null; sids: readonly string[] },
): Promise<{ touched: Set<string>; sids: string[] }> {
  const refs = JSON.stringify(events.map(({ eventId, hash }) => ({ eventId, hash })));
  for (const table of ["event_email", "event"]) {
    await sql.query(
      `DELETE FROM ${table} e USING jsonb_to_recordset($2::text::jsonb) AS x("eventId" text, "hash" text)
       WHERE e."workspaceId" = $1 AND e."eventId" = x."eventId" AND e."hash" = x."hash"`,
      [workspaceId, refs],
    );
  }
  const sids = [...new Set([...person.sids, ...events.flatMap(({ sid }) => sid ?? [])])];
  const { touched, left } = await deriveAgain(sql, workspaceId, {
    sids,
    emails: [...new Set(events.flatMap((event) => event.emails))],
    vids: events.flatMap(({ vid }) => vid ?? []),
    visitorIds: person.visitorId ? [person.visitorId] : [],
  });
  return { touched, sids: sids.filter((sid) => !left.has(sid)) };
}

/**
 * Derives sessions and the validations of e-mails from what the ledger still says of them, and all that
 * hangs on them. The caller holds the projection. Returns the visitors derived again, and those of the
 * sessions that still are.
 */
export async function deriveAgain(
  sql: Sql,
  workspaceId: string,
  things: Record<"sids" | "vids" | "emails" | "visitorIds", readonly string[]>,
): Promise<{ touched: Set<string>; left: Set<string> }> {
  const { sids, emails } = things;
  const rows = await sql.query(
    `SELECT "sid", "vid", "visitorId" FROM session WHERE "workspaceId" = $1 AND "sid" = ANY($2::text[])`,
    [workspaceId, sids],
  );
  const sessions = rows.map((row) => sessionRow.parse(row));
  const vids = [...new Set([...sessions.map(({ vid }) => vid), ...things.vids])];
  await removeRows(sql, workspaceId, sids, emails);

  const held = await listHeld(sql, workspaceId, sids, emails);
  const left = new Set(held.flatMap(({ sid }) => sid ?? []));
  const [isSid, isEmail] = [new Set(sids), new Set(emails)];
  const deliveryIds = [...new Set(held.map(({ deliveryId }) => deliveryId))];
  for await (const page of readStored(sql, workspaceId, deliveryIds)) {
    await storeValidations(
      sql,
      workspaceId,
      page.flatMap(({ validations, occurredAt: at, eventId, hash }) =>
        validations
          .filter(({ email }) => isEmail.has(email))
          .map((result) => ({ ...result, at, eventId, hash })),
      ),
    );
    const shared = page.flatMap(({ session }) =>
      session && isSid.has(session.sid) ? session : [],
    );
    const known = await loadSessions(
      sql,
      workspaceId,
      shared.map(({ sid }) => sid),
    );
    await storeSessions(sql, workspaceId, shared, known, new Map());
  }
  await refreshDevices(sql, workspaceId, vids, []);
  const also = new Set([
    ...(await listCarriers(sql, workspaceId, emails)),
    ...things.visitorIds,
    ...sessions.flatMap(({ visitorId }) => visitorId ?? []),
  ]);
  const start = await listNeighbours(sql, workspaceId, { sids, vids, emails });
  return { touched: await reassign(sql, workspaceId, start, [...also]), left };
}

async function removeRows(
  sql: Sql,
  workspaceId: string,
  sids: readonly string[],
  emails: readonly string[],
): Promise<void> {
  for (const [table, column, values] of [
    ["page_view", "sid", sids],
    ["session", "sid", sids],
    ["email_validation", "email", emails],
  ] as const) {
    await sql.query(
      `DELETE FROM ${table} WHERE "workspaceId" = $1 AND "${column}" = ANY($2::text[])`,
      [workspaceId, values],
    );
  }
}

/** The remaining events of these sessions, and with these e-mails. */
async function listHeld(
  sql: Sql,
  workspaceId: string,
  sids: readonly string[],
  emails: readonly string[],
) {
  const rows = await sql.query(
    `SELECT "deliveryId", "sid" FROM event WHERE "workspaceId" = $1 AND "sid" = ANY($2::text[])
     UNION
     SELECT e."deliveryId", NULL FROM event_email m
       JOIN event e ON e."workspaceId" = $1 AND e."eventId" = m."eventId" AND e."hash" = m."hash"
       WHERE m."workspaceId" = $1 AND m."email" = ANY($3::text[])`,
    [workspaceId, sids, emails],
  );
  return rows.map((row) => heldRow.parse(row));
}
