import type { RulesPreview } from "#lib/scoring/preview-rules.ts";
import type { RulesDraft } from "#lib/scoring/rules-draft.ts";

/** What an action answers when it could not be done: about the whole, or by the place in the form. */
export interface Refusal {
  problem?: string;
  errors?: Record<string, string>;
}

/** What an admin can do with the rules of a score; the page binds them to its workspace. */
export interface ScoringActions {
  preview: (draft: RulesDraft) => Promise<{ preview: RulesPreview } | Refusal>;
  /** `version` is the one that the form was opened on. */
  save: (draft: RulesDraft, version: number) => Promise<{ version: number } | Refusal>;
}
