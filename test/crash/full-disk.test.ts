import { spawnSync } from "node:child_process";
import { appendFileSync, chownSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openServer } from "#lib/db/server.ts";
import { engineKind } from "#test/database.ts";
import { startCluster } from "./cluster.ts";
import { makeDoor } from "./door.ts";
import { endlessEvents, post } from "./load.ts";
import { expireLeases, verify, waitUntilDrained } from "./verify.ts";

const cleanups: (() => unknown)[] = [];
afterAll(async () => {
  for (const clean of cleanups.reverse()) await clean();
});

/** A disk of 64 MB in memory, or why there is none. */
function mountSmallDisk(): { folder: string } | { reason: string } {
  if (process.getuid?.() !== 0) return { reason: "mounting a small disk needs root" };
  const folder = mkdtempSync(join(tmpdir(), "foyer-disk-"));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64m", "foyer-test", folder]);
  if (mounted.status !== 0) return { reason: `cannot mount: ${String(mounted.stderr).trim()}` };
  cleanups.push(() => spawnSync("umount", [folder]));
  return { folder };
}

/** Takes all the space that is left on the file's disk. */
function fill(file: string): void {
  const piece = Buffer.alloc(64 * 1024);
  try {
    for (;;) appendFileSync(file, piece);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  }
}

test.runIf(engineKind === "server")(
  "a full disk is answered with 503, reads go on, and it heals when there is space",
  { timeout: 180_000 },
  async ({ skip }) => {
    const disk = mountSmallDisk();
    if ("reason" in disk) return skip(disk.reason);
    const cluster = await startCluster();
    cleanups.push(() => cluster.stop());
    // The tables lie on the small disk; the log does not, since without it PostgreSQL itself stops.
    const server = openServer(cluster.url, 1);
    const [row] = await server.query("SHOW data_directory");
    const { uid, gid } = statSync(String(row?.data_directory));
    chownSync(disk.folder, uid, gid);
    await server.query(`CREATE TABLESPACE small LOCATION '${disk.folder}'`);
    await server.close();
    const url = await cluster.createDatabase("disk", "TABLESPACE small");
    const door = await makeDoor({ DATABASE_URL: url });
    cleanups.push(() => door.kill());
    await door.start();

    const agent = new Agent({ keepAlive: true });
    const acknowledged = new Set<string>();
    const events = endlessEvents(600);
    const send = async () => {
      const { webhookId, payload } = events.next().value ?? { webhookId: "", payload: {} };
      // Bodies that do not compress, so that they need room.
      const noise = Array.from({ length: 2000 }, () => Math.random().toString(36)).join("");
      const status = await post(door.url, agent, webhookId, JSON.stringify({ ...payload, noise }));
      if (status === 204) acknowledged.add(webhookId);
      return status;
    };
    const sendUntil = async (wanted: number, tries: number) => {
      const statuses = new Set<number | "broken">();
      for (let i = 0; i < tries && !statuses.has(wanted); i++) statuses.add(await send());
      return [...statuses];
    };
    for (let i = 0; i < 5; i++) expect(await send()).toBe(204);
    const engine = openServer(url, 3);
    cleanups.push(() => engine.close());

    const filler = join(disk.folder, "filler");
    fill(filler);
    const whileFull = await sendUntil(503, 60);
    expect(whileFull).toContain(503);
    expect(whileFull.filter((status) => status !== 204 && status !== 503)).toEqual([]);
    expect(await engine.query(`SELECT count(*)::int AS rows FROM webhook_endpoint`)).toEqual([
      { rows: 1 },
    ]);

    rmSync(filler);
    expect(await sendUntil(204, 20)).toContain(204);
    for (let i = 0; i < 5; i++) expect(await send()).toBe(204);
    agent.destroy();
    await expireLeases(engine);
    await waitUntilDrained(engine);
    const clean = { lost: 0, unfinished: 0, duplicates: 0, divergent: 0 };
    expect(await verify(engine, acknowledged)).toMatchObject(clean);
  },
);
