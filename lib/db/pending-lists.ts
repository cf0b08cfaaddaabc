import type { Engine } from "#lib/db/sql.ts";

/** The trigram indexes of search (migration words_begin_behind_a_space). */
const INDEXES = ["visitor_words_idx", "company_words_idx"];

// The function is for the owner alone; whoever is not leaves it to the server.
const EMPTY = `
  SELECT gin_clean_pending_list(oid) AS pages FROM pg_class
  WHERE relname = ANY($1::text[]) AND relnamespace = current_schema()::regnamespace
    AND pg_has_role(relowner, 'USAGE')`;

/**
 * Moves new words from the lists in which they wait into the indexes for search. The write that makes such a list longer
 * than 4 MB would else do it itself: one batch of events in twenty seconds or so took 200 ms longer.
 * The embedded engine has one connection, on which it makes no difference who does it.
 */
export async function emptyPendingLists(engine: Engine): Promise<void> {
  if (engine.kind === "server") await engine.query(EMPTY, [INDEXES]);
}
