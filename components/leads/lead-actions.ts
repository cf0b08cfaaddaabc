import type { LeadChange } from "#lib/leads/lead-change.ts";

/** A change that answers nothing when it is done, and what stood in its way when it isn't. */
export type Outcome = Promise<string | undefined>;

/** A change as a select sends it; the server knows which words are statuses. */
export type AskedChange = Omit<LeadChange, "status"> & { status?: string };

/** What a member can change on a visitor; the page binds them to it. */
export interface LeadActions {
  change: (change: AskedChange) => Outcome;
  addNewTag: (name: string, color: string) => Outcome;
}

/** What a member can do with notes on the visitor or company of a page. */
export interface NoteActions {
  create: (body: string, mentions: string[]) => Outcome;
  edit: (id: string, body: string, mentions: string[]) => Outcome;
  remove: (id: string) => Outcome;
}

/** A person as pickers show one. */
export interface Person {
  id: string;
  name: string;
}
