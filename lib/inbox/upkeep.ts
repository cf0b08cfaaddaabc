import { z } from "zod";
import { emptyPendingLists } from "#lib/db/pending-lists.ts";
import type { Engine } from "#lib/db/sql.ts";
import { log } from "#lib/log.ts";
import { slot } from "#lib/slot.ts";

const TABLES = [
  ...["event", "event_email", "visitor", "visitor_email", "email_validation", "stage_reached"],
  ...["session", "page_view", "device", "company", "employment"],
  ...["delivery", "delivery_body"],
];

/** Looked at after this many projected deliveries. */
const EVERY = 2_000;

// Pages now against pages when it was last analysed; the constant leaves small tables in peace.
const OUTGROWN = `
  SELECT relname FROM pg_class
  WHERE relname = ANY($1::text[]) AND relkind = 'r' AND relnamespace = current_schema()::regnamespace
    AND pg_relation_size(oid) / 8192 > 3 * relpages + 20`;

const upkeep = () => slot("upkeep", () => ({ left: 0, underWay: null as Promise<void> | null }));

const nameRow = z.object({ relname: z.string() });

/**
 * Analyses projected tables that have outgrown their statistics, and puts new words into the indexes for search.
 * Every key starts with the workspace, so without statistics the planner may read all rows of a workspace where one
 * row was meant. The server's own analysis comes a minute or more after a backlog has been projected, the embedded
 * engine has none.
 */
export async function keepUp(engine: Engine, projected: number): Promise<void> {
  // The first look is at once: this process does not know what others have done before.
  const state = upkeep();
  state.left -= projected;
  if (state.left > 0) return;
  state.left = EVERY;
  await emptyPendingLists(engine);
  const rows = await engine.query(OUTGROWN, [TABLES]);
  for (const row of rows) await engine.query(`ANALYZE "${nameRow.parse(row).relname}"`);
}

/** The same beside the caller's work, one at a time: no delivery waits for it, and a failure is logged. */
export function keepUpBeside(engine: Engine, projected: number): void {
  const state = upkeep();
  state.underWay ??= keepUp(engine, projected)
    .catch((error: unknown) => log().warn({ err: error }, "tables could not be kept up"))
    .finally(() => {
      state.underWay = null;
    });
}

/** Ends when nothing of it is under way. */
export async function upkeepDone(): Promise<void> {
  await upkeep().underWay;
}
