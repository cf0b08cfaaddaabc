import { openDatabase } from "#lib/db/client.ts";
import { migrate } from "#lib/db/migrate.ts";
import { openServer } from "#lib/db/server.ts";
import { env } from "#lib/env.ts";
import { startWorker } from "#lib/inbox/worker.ts";
import { log } from "#lib/log.ts";
import { startJobRunner } from "#lib/process/run-jobs.ts";
import { slot } from "#lib/slot.ts";
import { bootstrap } from "#lib/workspaces/bootstrap.ts";

/**
 * Makes this process ready to serve: opens the database, migrates it (unless SKIP_MIGRATIONS), applies
 * BOOTSTRAP_* to an empty one, and starts the worker where the role asks for it. Once per process,
 * however many copies of our code call it.
 */
export function startFoyer(): Promise<void> {
  const state = slot<{ started: Promise<void> | null }>("start", () => ({ started: null }));
  state.started ??= start().catch((error: unknown) => {
    state.started = null;
    throw error;
  });
  return state.started;
}

async function start(): Promise<void> {
  const { SKIP_MIGRATIONS, DATABASE_URL_DIRECT, FOYER_ROLE } = env();
  const engine = await openDatabase();
  if (!SKIP_MIGRATIONS) {
    // A pooler may not keep the session that the advisory lock belongs to, hence the direct URL.
    const direct = DATABASE_URL_DIRECT ? openServer(DATABASE_URL_DIRECT, 1) : null;
    try {
      const applied = await migrate(direct ?? engine);
      if (applied.length > 0) log().info({ migrations: applied }, "migrated the database");
    } finally {
      await direct?.close();
    }
  }
  await bootstrap();
  if (FOYER_ROLE === "web") return;
  startWorker();
  startJobRunner();
}
