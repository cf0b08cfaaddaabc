/** What an item of the worklist stands for: a company, or a visitor of whom no company is known. */
export const ACCOUNT_KINDS = ["company", "visitor"] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export interface AccountRef {
  kind: AccountKind;
  id: string;
}

/** What can come of an account; the same words as the statuses of a lead. */
export const OUTCOME_STATUSES = ["meeting", "opportunity", "won", "lost", "not_a_fit"] as const;
export type OutcomeStatus = (typeof OUTCOME_STATUSES)[number];
