import { sql } from "#lib/db/client.ts";
import type { Bed } from "./bed.ts";
import { withDatabase } from "./fill-ledger.ts";
import { findLoaded } from "./generate/loaded.ts";

/** The database of a name with the workspace that a former run has filled in it; a new and empty one without. */
export async function openLoaded(
  bed: Bed,
  name: string,
): Promise<{ url: string; loadedId: string | null }> {
  const kept = await bed.findDatabase(name);
  const loadedId = kept && (await withDatabase(kept, findReady));
  return kept && loadedId
    ? { url: kept, loadedId }
    : { url: await bed.createDatabase(name), loadedId: null };
}

/** What a migration has written anew cannot be read by indexes alone until it has been vacuumed. */
async function findReady(): Promise<string | null> {
  const loadedId = await findLoaded();
  if (loadedId) await sql().query(`VACUUM (ANALYZE) "session"`);
  return loadedId;
}
