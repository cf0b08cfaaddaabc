import type { Answer } from "./worklist-actions.ts";

/** A rule as a form has it: lists as typed with commas, sizes as text. */
export interface TypedRule {
  name: string;
  countries: string;
  industries: string;
  minEmployees: string;
  maxEmployees: string;
  domainEnding: string;
  memberIds: string[];
}

/** What stood in the way, by field; `form` for the rule as a whole. */
export type RuleProblems = Record<string, string>;

/** What an admin can do with the rules; the page binds them to its workspace. */
export interface AssignmentActions {
  /** `id` null: a new rule. */
  save: (id: string | null, rule: TypedRule) => Promise<RuleProblems | undefined>;
  setEnabled: (id: string, enabled: boolean) => Answer;
  move: (id: string, by: -1 | 1) => Answer;
  remove: (id: string) => Answer;
  setSlaHours: (hours: string) => Answer;
}

export interface TeamMember {
  id: string;
  name: string;
  isDisabled: boolean;
}
