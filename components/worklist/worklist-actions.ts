import type { OutcomeStatus } from "#lib/worklist/account.ts";

/** A change that answers nothing when it is done, and what stood in its way when it isn't. */
export type Answer = Promise<string | undefined>;

/** An outcome as it is typed; the server turns the amount into minor units. */
export interface TypedOutcome {
  status: OutcomeStatus;
  amount: string;
  currency: string;
  reopensOnActivity: boolean;
}

/** What a rep can do with an account; the page binds them to its workspace. */
export interface WorklistActions {
  claim: (accountId: string) => Answer;
  release: (accountId: string) => Answer;
  snooze: (accountId: string, until: string, wakesOnActivity: boolean) => Answer;
  outcome: (accountId: string, outcome: TypedOutcome) => Answer;
  note: (accountId: string, body: string) => Answer;
}
