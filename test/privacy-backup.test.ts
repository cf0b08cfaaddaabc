import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { backupEmbedded, restoreEmbedded } from "#lib/backup/embedded-backup.ts";
import { backupServer, restoreServer } from "#lib/backup/server-backup.ts";
import { adoptDatabase, closeDatabase } from "#lib/db/client.ts";
import { openEmbedded } from "#lib/db/embedded.ts";
import { migrate } from "#lib/db/migrate.ts";
import { openServer } from "#lib/db/server.ts";
import { checkWorkspace } from "#lib/rebuild/rebuild.ts";
import { engineKind, openTestDatabase } from "#test/database.ts";
import { makeEvents } from "#test/fixtures/events.ts";
import { dumpTables } from "#test/tables.ts";
import { deliver, drainAll, makeWorkspace } from "#test/workspace.ts";

const root = mkdtempSync(join(tmpdir(), "foyer-backup-"));
const [from, into, file] = [join(root, "from"), join(root, "into"), join(root, "it.foyer")];

afterAll(async () => {
  await closeDatabase();
  rmSync(root, { recursive: true, force: true });
});

test.runIf(engineKind === "embedded")(
  "what is backed up is there after a restore, and the check agrees",
  async () => {
    const engine = await openEmbedded(null);
    mkdirSync(join(from, "postgres"), { recursive: true });
    await migrate(engine);
    adoptDatabase(engine);
    writeFileSync(join(from, "keys.json"), "the keys");
    const workspaceId = await makeWorkspace();
    await deliver(workspaceId, Object.values(makeEvents({ seed: 5 })));
    await drainAll();
    const before = await dumpTables(workspaceId);
    expect(await backupEmbedded(engine, from, file)).toMatchObject({ hasKeys: true });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect(backupEmbedded(engine, from, file)).rejects.toMatchObject({ code: "conflict" });
    await closeDatabase();

    await expect(restoreEmbedded(from, file, false)).rejects.toMatchObject({ code: "conflict" });
    expect(await restoreEmbedded(into, file, false)).toMatchObject({
      hasKeys: true,
      movedTo: null,
    });
    expect(readFileSync(join(into, "keys.json"), "utf8")).toBe("the keys");
    const restored = await openEmbedded(into);
    adoptDatabase(restored);
    expect(await dumpTables(workspaceId)).toEqual(before);
    const { tables, deliveries } = await checkWorkspace(restored, workspaceId);
    expect(deliveries).toBe(5);
    expect(tables.filter(({ isEqual }) => !isEqual)).toEqual([]);
    await closeDatabase();

    // A broken file leaves what was there as it was.
    const broken = join(root, "broken.foyer");
    writeFileSync(broken, readFileSync(file).subarray(0, 2000));
    await expect(restoreEmbedded(into, broken, true)).rejects.toMatchObject({
      code: "invalid_request",
    });
    expect(readFileSync(join(into, "keys.json"), "utf8")).toBe("the keys");
    const { movedTo } = await restoreEmbedded(into, file, true);
    expect(movedTo && statSync(movedTo).isDirectory()).toBe(true);
  },
  60_000,
);

test("a file that is no backup is refused", async () => {
  const other = join(root, "other");
  writeFileSync(other, "something else\n");
  await expect(restoreEmbedded(into, other, true)).rejects.toThrow("is no whole backup");
});

test.runIf(engineKind === "server")(
  "a server's backup is restored into an empty database",
  async () => {
    const name = `backup_${process.pid}_${Date.now()}`;
    const urlOf = (database: string) => inject("serverUrl").replace(/\/postgres$/, `/${database}`);
    const dump = join(root, "it.dump");
    adoptDatabase(await openTestDatabase(name));
    const workspaceId = await makeWorkspace();
    await deliver(workspaceId, Object.values(makeEvents({ seed: 5 })));
    await drainAll();
    const before = await dumpTables(workspaceId);
    if (spawnSync("pg_dump", ["--version"]).status !== 0) {
      await expect(backupServer(urlOf(name), dump)).rejects.toThrow("pg_dump was not found");
      return;
    }
    await backupServer(urlOf(name), dump);
    const other = await openTestDatabase(`${name}_full`);
    await expect(restoreServer(other, urlOf(`${name}_full`), dump, false)).rejects.toMatchObject({
      code: "conflict",
    });
    await restoreServer(other, urlOf(`${name}_full`), dump, true);
    await other.close();
    const admin = openServer(inject("serverUrl"), 1);
    await admin.query(`CREATE DATABASE "${name}_empty"`);
    await admin.close();
    const empty = openServer(urlOf(`${name}_empty`), 2);
    await restoreServer(empty, urlOf(`${name}_empty`), dump, false);
    await closeDatabase();
    adoptDatabase(empty);
    expect(await dumpTables(workspaceId)).toEqual(before);
    const { tables } = await checkWorkspace(empty, workspaceId);
    expect(tables.filter(({ isEqual }) => !isEqual)).toEqual([]);
  },
);
