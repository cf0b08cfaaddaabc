import { expect, test } from "vitest";
import { sql } from "#lib/db/client.ts";
import { migrate } from "#lib/db/migrate.ts";
import { openServer, type ServerEngine } from "#lib/db/server.ts";
import { engineKind, withTestDatabase } from "#test/database.ts";

withTestDatabase();

/** An engine on the test's own server whose statements may take a fifth of a second. */
async function hurried<T>(work: (engine: ServerEngine) => Promise<T>): Promise<T> {
  const open = sql();
  if (!("url" in open) || typeof open.url !== "string") throw new Error("no server");
  const engine = openServer(open.url, 2, { timeoutMs: 200 });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

// Longer than both limits: the server's, and the driver's of two seconds more.
const SLEEP = "SELECT pg_sleep(2.5)";

test.runIf(engineKind === "server")("long work is ended neither by server nor driver", async () => {
  await hurried(async (engine) => {
    await expect(engine.transaction((tx) => tx.query(SLEEP))).rejects.toMatchObject({
      code: "57014",
    });
    expect(await engine.longTransaction((tx) => tx.query(SLEEP))).toHaveLength(1);
    await engine.longTransaction(async (tx) => {
      await tx.run(SLEEP);
    });
  });
});

test.runIf(engineKind === "server")("a migration may take longer than a request", async () => {
  await hurried(async (engine) => {
    const slow = { name: "99999999999999_slow", script: `${SLEEP};`, checksum: "slow" };
    expect(await migrate(engine, [...(await applied(engine)), slow])).toEqual([slow.name]);
    await engine.query("DELETE FROM _prisma_migrations WHERE migration_name = $1", [slow.name]);
  });
});

/** The migrations that the database has, without their scripts. */
async function applied(engine: ServerEngine) {
  const rows = await engine.query(
    "SELECT migration_name AS name, checksum FROM _prisma_migrations",
  );
  return rows.map(({ name, checksum }) => ({
    ...{ name: String(name), checksum: String(checksum), script: "" },
  }));
}
