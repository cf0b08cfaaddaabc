import type { WorklistActions } from "#components/worklist/worklist-actions.ts";
import * as actions from "./actions.ts";

/** The actions of the worklist, bound to a workspace. */
export function boundActions(slug: string): WorklistActions {
  return {
    claim: actions.claim.bind(null, slug),
    release: actions.release.bind(null, slug),
    snooze: actions.snooze.bind(null, slug),
    outcome: actions.outcome.bind(null, slug),
    note: actions.note.bind(null, slug),
  };
}
