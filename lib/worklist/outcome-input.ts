import { z } from "zod";
import { OUTCOME_STATUSES } from "#lib/worklist/account.ts";
import { isCurrency, parseAmount } from "#lib/worklist/money.ts";
import type { NewOutcome } from "#lib/worklist/record-outcome.ts";

/** An outcome as a form has it: the amount as typed, empty for none. */
export const typedOutcome = z
  .object({
    status: z.enum(OUTCOME_STATUSES, "Choose an outcome."),
    amount: z.string().trim().max(40),
    currency: z.string().refine(isCurrency, "Choose a currency."),
    reopensOnActivity: z.boolean(),
  })
  .transform(({ status, amount, currency, reopensOnActivity }, context): NewOutcome => {
    if (amount === "") return { status, money: null, reopensOnActivity };
    const amountMinor = parseAmount(amount, currency);
    if (amountMinor !== null)
      return { status, money: { amountMinor, currency }, reopensOnActivity };
    context.addIssue("Write an amount such as 12,500.00.");
    return z.NEVER;
  });
