import { z } from "zod";
import { sql } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { newTimeId } from "#lib/ids.ts";
import type { OutcomeStatus } from "#lib/worklist/account.ts";
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
 * Writes an outcome to the account's history and puts the account under Done. Throws `invalid_request`
 * for money that is missing or does not belong, else as `takeUp` does.
 */
export async function recordOutcome(act: Act, outcome: NewOutcome): Promise<{ id: string }> {
  const { status, money, reopensOnActivity } = outcome;
  checkMoney(status, money);
  const id = newTimeId("out", act.at.getTime());
  await sql().transaction(async (tx) => {
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
  });
  return { id };
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
