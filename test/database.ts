import { afterAll, beforeAll, inject } from "vitest";
import { adoptDatabase, closeDatabase } from "#lib/db/client.ts";
import { openEmbedded } from "#lib/db/embedded.ts";
import { migrate } from "#lib/db/migrate.ts";
import { openServer } from "#lib/db/server.ts";

/** Which engine this run of the file is on. */
export const engineKind: "embedded" | "server" =
  process.env.FOYER_TEST_ENGINE === "server" ? "server" : "embedded";

/** A new, migrated, empty database on the engine of this run. */
export async function openTestDatabase(name: string) {
  if (engineKind === "embedded") {
    const engine = await openEmbedded(null);
    await migrate(engine);
    return engine;
  }
  const serverUrl = inject("serverUrl");
  const admin = openServer(serverUrl, 1);
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE foyer_template`);
  await admin.close();
  return openServer(serverUrl.replace(/\/postgres$/, `/${name}`), 5);
}

let counter = 0;

/** Gives the test file its own migrated database: `db()` and `sql()` are on it during its tests. */
export function withTestDatabase(): void {
  beforeAll(async () => {
    counter += 1;
    const engine = await openTestDatabase(`test_${process.pid}_${Date.now()}_${counter}`);
    adoptDatabase(engine);
  }, 60_000);
  afterAll(() => closeDatabase());
}
