import type { Sql } from "#lib/db/sql.ts";

/** What one small step of pruning did. */
export interface PruneStep {
  count: number;
  /** Where the next step goes on; null when there is nothing left to do. */
  next: string | null;
}

/** Where a step is: in its own transaction, holding the projection. */
export interface PruneAt {
  workspaceId: string;
  /** What was received before this is too old. */
  before: Date;
  /** What the step before answered; null for the first one. */
  after: string | null;
  /** Only counts. */
  dryRun: boolean;
}

export type Prune = (tx: Sql, at: PruneAt) => Promise<PruneStep>;
