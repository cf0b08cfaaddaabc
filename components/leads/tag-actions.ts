import type { Outcome } from "./lead-actions.ts";

/** What a member can do with the tags of a workspace. */
export interface TagActions {
  create: (name: string, color: string) => Outcome;
  edit: (id: string, name: string, color: string) => Outcome;
  remove: (id: string) => Outcome;
}
