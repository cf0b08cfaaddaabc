import type { Problem } from "#lib/attempt.ts";
import type { MergePreview } from "#lib/visitors/preview-merge.ts";

/** A visitor to choose from a search. */
export interface Candidate {
  id: string;
  name: string;
  more: string;
}

/** What is another person's. */
export interface Wrong {
  scope: "session" | "device" | "event";
  ref: string;
}

/** What a member can correct about who is who; the page binds the actions to its visitor. */
export interface IdentityActions {
  /** Visitors that match a text, without the page's own. */
  search: (text: string) => Promise<Candidate[]>;
  preview: (otherId: string) => Promise<MergePreview | Problem>;
  /** Answers which visitor stays. */
  merge: (fromId: string, intoId: string) => Promise<{ href: string } | Problem>;
  /** Answers the id to undo it with, and where to go if the page's visitor is gone by it. */
  detach: (
    wrong: Wrong,
    intoVisitorId: string | null,
  ) => Promise<{ correctionId: string; href: string | null } | Problem>;
  undo: (correctionId: string) => Promise<string | undefined>;
}
