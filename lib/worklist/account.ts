import { z } from "zod";

/** What an item of the worklist stands for: a company, or a visitor of whom no company is known. */
export const ACCOUNT_KINDS = ["company", "visitor"] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export interface AccountRef {
  kind: AccountKind;
  id: string;
}

/** An account as a browser names it. */
export const accountRef = z.object({ kind: z.enum(ACCOUNT_KINDS), id: z.string().min(1).max(64) });

/** What can come of an account; the same words as the statuses of a lead. */
export const OUTCOME_STATUSES = ["meeting", "opportunity", "won", "lost", "not_a_fit"] as const;
export type OutcomeStatus = (typeof OUTCOME_STATUSES)[number];

/**
 * Whether an account with this outcome comes back by itself when its people do: a customer browses all
 * the time and a bad fit stays one, but a lost deal that returns is news. The rep may choose otherwise.
 */
export const REOPENS_BY_DEFAULT: Readonly<Record<OutcomeStatus, boolean>> = {
  meeting: true,
  opportunity: true,
  won: false,
  lost: true,
  not_a_fit: false,
};
