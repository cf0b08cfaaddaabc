import type { Problem } from "#lib/attempt.ts";

/** What somebody fills in for a goal. */
export interface GoalDraft {
  name: string;
  kind: string;
  pattern: string;
}

/** What can be done with goals; the page binds them to its workspace. */
export interface GoalActions {
  /** A new goal without an id. */
  save: (id: string | null, draft: GoalDraft) => Promise<Problem | undefined>;
  remove: (id: string) => Promise<string | undefined>;
}
