import { refreshCompanyTotals } from "#lib/companies/store-companies.ts";
import type { Sql } from "#lib/db/sql.ts";
import { eraseEvidence } from "#lib/inbox/erase-evidence.ts";
import type { PersonEvent } from "#lib/inbox/person-evidence.ts";
import { readStored } from "#lib/inbox/stored-contributions.ts";
import { eraseCorrections } from "#lib/privacy/erase-records.ts";
import { keepCompanies } from "#lib/privacy/erased-companies.ts";
import type { Person } from "#lib/privacy/person.ts";

/** What of the ledger is a person's, and why it goes. */
export interface Forgotten {
  events: readonly PersonEvent[];
  deliveryIds: readonly string[];
  reason: "erased" | "pruned";
}

/**
 * Takes a person out of the ledger and of the tables that are made of it. What their events say of
 * companies stays, and so do the rows of their deliveries, without bodies, so that the sender's repeats
 * are still known as such. The caller holds the projection.
 */
export async function forgetPerson(
  tx: Sql,
  workspaceId: string,
  { visitorId, ids, keys, companyId }: Person,
  { events, deliveryIds, reason }: Forgotten,
): Promise<{ touched: Set<string>; sids: string[]; corrections: number }> {
  const projected = events.map((event) => event.deliveryId);
  for await (const page of readStored(tx, workspaceId, projected)) {
    const companies = page.flatMap((contribution) => contribution.companies);
    await keepCompanies(tx, workspaceId, companies);
  }
  for (const table of ["delivery_body", "delivery_queue"]) {
    await tx.query(
      `DELETE FROM ${table} WHERE "workspaceId" = $1 AND "deliveryId" = ANY($2::text[])`,
      [workspaceId, deliveryIds],
    );
  }
  await tx.query(
    `UPDATE delivery SET "state" = 'ignored', "reason" = $3, "detail" = NULL, "projectedAt" = NULL
     WHERE "workspaceId" = $1 AND "id" = ANY($2::text[])`,
    [workspaceId, deliveryIds, reason],
  );
  const corrections = await eraseCorrections(tx, workspaceId, ids);
  const { touched, sids } = await eraseEvidence(tx, workspaceId, events, {
    visitorId,
    sids: keys.sids,
  });
  if (companyId) await refreshCompanyTotals(tx, workspaceId, [companyId]);
  return { touched, sids, corrections };
}
