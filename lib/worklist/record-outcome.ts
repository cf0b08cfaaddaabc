import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { holdProjection } from "#lib/db/hold-projection.ts";
import type { Sql } from "#lib/db/sql.ts";
import { FoyerError } from "#lib/errors.ts";
import { newTimeId } from "#lib/ids.ts";
import { changeLeads } from "#lib/leads/update-leads.ts";
import { rescoreAccounts } from "#lib/scoring/rescore-accounts.ts";
import type { OutcomeStatus } from "#lib/worklist/account.ts";
import { MOST_PEOPLE } from "#lib/worklist/activity.ts";
import { isCurrency } from "#lib/worklist/money.ts";
import { type Act, takeUp } from "#lib/worklist/take-up.ts";

/** What came of an account. An amount is in minor units; an opportunity has one, a win may. */
export interface NewOutcome {
  status: OutcomeStatus;
  money: { amountMinor: number; currency: string } | null;
  /** Whether the account comes back by itself when its people do. */
  reopensOnActivity: boolean;
}

const amount = z.int().min(0);

/**
 * Writes an outcome to the account's history, puts the account under Done, gives its people the status of
 * that name and scores them anew. Throws `invalid_request` for money that is missing or does not belong,
 * else as `takeUp` does.
 */
export async function recordOutcome(act: Act, outcome: NewOutcome): Promise<{ id: string }> {
  const { status, money, reopensOnActivity } = outcome;
  checkMoney(status, money);
  const id = newTimeId("out", act.at.getTime());
  await sql().transaction(async (tx) => {
    // Before the item: projection takes the two in this order.
    await holdProjection(tx, act.workspaceId);
    const kind = await takeUp(tx, act, { outcome: { status, reopensOnActivity } });
    await tx.query(
      `INSERT INTO outcome ("workspaceId", "id", "companyId", "visitorId", "status", "amountMinor",
         "currency", "at", "userId")
       VALUES ($1, $2, $3, $4, $5, $6::bigint, $7, $8::timestamptz, $9)`,
      [
        act.workspaceId,
        id,
        kind === "company" ? act.accountId : null,
        kind === "visitor" ? act.accountId : null,
        status,
        money?.amountMinor ?? null,
        money?.currency ?? null,
        act.at.toISOString(),
        act.userId,
      ],
    );
    const people = await listPeople(tx, act);
    await changeLeads(tx, act.workspaceId, act.userId, people, { status });
    await rescoreAccounts(tx, act.workspaceId, [act.accountId]);
  });
  return { id };
}

/**
 * Whose status follows the account's: the people seen in the 30 days before its last visit, the latest
 * 200. Who was called no fit stays so, whatever becomes of the company.
 */
async function listPeople(tx: Sql, { workspaceId, accountId }: Act): Promise<string[]> {
  const rows = await tx.query(
    `SELECT v.id FROM visitor v WHERE v."workspaceId" = $1
       AND (v."companyId" = $2 OR (v.id = $2 AND v."companyId" IS NULL))
       AND v."lastSeenAt" > (SELECT max(l."lastSeenAt") - interval '720 hours' FROM visitor l
         WHERE l."workspaceId" = $1 AND (l."companyId" = $2 OR l.id = $2))
       AND NOT EXISTS (SELECT 1 FROM lead d WHERE d."workspaceId" = $1 AND d."visitorId" = v.id
         AND d.status = 'not_a_fit')
     ORDER BY v."lastSeenAt" DESC, v.id LIMIT ${MOST_PEOPLE}`,
    [workspaceId, accountId],
  );
  return rows.map((row) => String(row.id));
}

function checkMoney(status: OutcomeStatus, money: NewOutcome["money"]): void {
  const refuse = (message: string) => {
    throw new FoyerError("invalid_request", message, { field: "amount" });
  };
  if (status === "opportunity" && !money) refuse("An opportunity needs an amount.");
  if (money && status !== "opportunity" && status !== "won") {
    refuse("Only an opportunity or a win has an amount.");
  }
  if (money && !(amount.safeParse(money.amountMinor).success && isCurrency(money.currency))) {
    refuse("This is no amount of a known currency.");
  }
}
