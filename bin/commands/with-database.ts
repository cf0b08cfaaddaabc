import { closeDatabase, openDatabase } from "#lib/db/client.ts";
import type { Engine } from "#lib/db/sql.ts";

/** Opens the configured database for one command and closes it behind it. */
export async function withDatabase<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openDatabase();
  try {
    return await work(engine);
  } finally {
    await closeDatabase();
  }
}
