import { z } from "zod";
import { recordAuditWith } from "#lib/audit/record-with.ts";
import { sql } from "#lib/db/client.ts";
import { holdProjection } from "#lib/db/hold-projection.ts";
import type { Sql } from "#lib/db/sql.ts";
import { FoyerError } from "#lib/errors.ts";
import { newTimeId } from "#lib/ids.ts";
import { leadStatus } from "#lib/leads/lead-change.ts";
import { changeLeads, MOST_AT_ONCE } from "#lib/leads/update-leads.ts";
import { rescoreAccounts } from "#lib/scoring/rescore-accounts.ts";
import { OUTCOME_STATUSES } from "#lib/worklist/account.ts";

/** Who takes back which outcome, and when. */
export interface Undo {
  workspaceId: string;
  outcomeId: string;
  userId: string;
  at: Date;
}

const outcomeRow = z.object({
  accountId: z.string(),
  status: z.enum(OUTCOME_STATUSES),
  amountMinor: z.string().nullable(),
  currency: z.string().nullable(),
  at: z.date(),
  userId: z.string(),
});
const backRow = z.object({ id: z.string(), from: leadStatus });

/**
 * Takes an outcome back as if it had never been recorded: it counts in no score and no report any more, the
 * account has the outcome before it or is open again, and the people whose status has not been changed since
 * have the one from before. The audit log keeps what it was. Only who recorded it may, and who may act for
 * all (`forAll`). Throws `not_found` and `forbidden`.
 */
export async function undoOutcome(undo: Undo, forAll = false): Promise<void> {
  const { workspaceId, outcomeId, userId, at } = undo;
  await sql().transaction(async (tx) => {
    await holdProjection(tx, workspaceId);
    const [row] = await tx.query(
      `SELECT coalesce("companyId", "visitorId") AS "accountId", status, "amountMinor"::text AS "amountMinor",
         currency, at, "userId" FROM outcome WHERE "workspaceId" = $1 AND id = $2 FOR UPDATE`,
      [workspaceId, outcomeId],
    );
    if (!row) throw new FoyerError("not_found", "This outcome was taken back before.");
    const outcome = outcomeRow.parse(row);
    if (outcome.userId !== userId && !forAll) {
      throw new FoyerError("forbidden", "Only who recorded an outcome, or an admin, can undo it.");
    }
    await tx.query(`DELETE FROM outcome WHERE "workspaceId" = $1 AND id = $2`, [
      workspaceId,
      outcomeId,
    ]);
    await reopen(tx, undo, outcome);
    await giveStatusBack(tx, undo, outcome);
    await rescoreAccounts(tx, workspaceId, [outcome.accountId]);
    const { accountId: target, ...was } = outcome;
    await recordAuditWith(tx, workspaceId, {
      id: newTimeId("aud", at.getTime()),
      at: at.toISOString(),
      actorId: userId,
      action: "outcome.undone",
      target,
      detail: { ...was, at: was.at.toISOString() },
    });
  });
}

/**
 * The item has the status of the outcome that is the latest now; without one it is open. The item of a person
 * may have become their company's since.
 */
async function reopen(
  tx: Sql,
  { workspaceId, at }: Undo,
  { accountId, at: undoneAt }: z.output<typeof outcomeRow>,
): Promise<void> {
  await tx.query(
    `UPDATE work_item w SET "status" = x.status, "doneAt" = x.at, "updatedAt" = $3::timestamptz,
       "state" = CASE WHEN w."doneAt" IS NOT DISTINCT FROM x.at THEN w."state" ELSE 'open' END,
       "handledUntil" = CASE WHEN w."doneAt" IS NOT DISTINCT FROM x.at THEN w."handledUntil" ELSE x.at END
     FROM (
       SELECT a.id, p.status, p.at FROM (
         SELECT $2::text AS id
         UNION SELECT v."companyId" FROM visitor v WHERE v."workspaceId" = $1 AND v.id = $2
       ) a LEFT JOIN LATERAL (
         SELECT o.status, o.at FROM outcome o
         WHERE o."workspaceId" = $1 AND (o."companyId" = a.id OR o."visitorId" IN (a.id, $2))
         ORDER BY o.at DESC, o.id DESC LIMIT 1) p ON true
     ) x
     WHERE w."workspaceId" = $1 AND w."accountId" = x.id
       AND (w."accountId" = $2 OR w."doneAt" = $4::timestamptz)`,
    [workspaceId, accountId, at.toISOString(), undoneAt.toISOString()],
  );
}

/** The people whose latest change of status is that of the outcome. */
async function giveStatusBack(
  tx: Sql,
  { workspaceId, userId }: Undo,
  { accountId, status, at, userId: by }: z.output<typeof outcomeRow>,
): Promise<void> {
  // lead_change_workspaceId_visitorId_field_at_id_idx. The change was written with the outcome.
  const rows = await tx.query(
    `SELECT l."visitorId" AS id, h."from" FROM lead l
     JOIN visitor v ON v."workspaceId" = $1 AND v.id = l."visitorId"
     CROSS JOIN LATERAL (
       SELECT c."from", c."to", c."byId", c.at FROM lead_change c
       WHERE c."workspaceId" = $1 AND c."visitorId" = l."visitorId" AND c.field = 'status'
       ORDER BY c.at DESC, c.id DESC LIMIT 1) h
     WHERE l."workspaceId" = $1 AND l.status = $3 AND (v."companyId" = $2 OR v.id = $2)
       AND h."to" = $3 AND h."byId" = $4 AND h."from" IS NOT NULL
       AND h.at BETWEEN $5::timestamptz - interval '1 minute' AND $5::timestamptz + interval '1 minute'
     ORDER BY l."visitorId" LIMIT ${MOST_AT_ONCE}`,
    [workspaceId, accountId, status, by, at],
  );
  const people = rows.map((row) => backRow.parse(row));
  for (const from of new Set(people.map((one) => one.from))) {
    const ids = people.filter((one) => one.from === from).map(({ id }) => id);
    await changeLeads(tx, workspaceId, userId, ids, { status: from });
  }
}
