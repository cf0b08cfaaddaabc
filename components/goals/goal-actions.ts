/** What somebody fills in for a goal. */
export interface GoalDraft {
  name: string;
  kind: string;
  pattern: string;
}

/** What stood in the way, in words, and at which field. */
export interface GoalProblem {
  problem: string;
  field?: string;
}

/** What can be done with goals; the page binds them to its workspace. */
export interface GoalActions {
  /** A new goal without an id. */
  save: (id: string | null, draft: GoalDraft) => Promise<GoalProblem | undefined>;
  remove: (id: string) => Promise<string | undefined>;
}
