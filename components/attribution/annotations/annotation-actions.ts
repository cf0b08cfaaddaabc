import type { Problem } from "#lib/attempt.ts";

/** What somebody fills in for a note on a chart; `to` is empty for a single date. */
export interface AnnotationDraft {
  from: string;
  to: string;
  text: string;
}

/** What can be done with notes on charts; the page binds them to its workspace. */
export interface AnnotationActions {
  /** A new note without an id. */
  save: (id: string | null, draft: AnnotationDraft) => Promise<Problem | undefined>;
  remove: (id: string) => Promise<string | undefined>;
}
