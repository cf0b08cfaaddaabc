import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { openServer } from "#lib/db/server.ts";
import { engineKind } from "#test/database.ts";
import { INSTALLATION } from "./door.ts";

const root = join(import.meta.dirname, "..", "..");

function migrateInProcess(url: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["bin/foyer.ts", "migrate"], {
      cwd: root,
      env: { NODE_ENV: "production", PATH: process.env.PATH, DATABASE_URL: url, ...INSTALLATION },
      timeout: 60_000,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.once("exit", (code) => resolve({ code, output }));
  });
}

test.runIf(engineKind === "server")(
  "two processes that migrate one empty database at once both succeed",
  { timeout: 120_000 },
  async () => {
    const serverUrl = inject("serverUrl");
    const name = `race_${process.pid}_${Date.now()}`;
    const admin = openServer(serverUrl, 1);
    await admin.query(`CREATE DATABASE ${name}`);
    await admin.close();
    const url = serverUrl.replace(/\/postgres$/, `/${name}`);
    const racers = await Promise.all([migrateInProcess(url), migrateInProcess(url)]);
    expect(racers.map(({ code }) => code)).toEqual([0, 0]);
    // The one behind the lock finds everything done.
    expect(racers.filter(({ output }) => output.includes("Nothing to do.")).length).toBe(1);
    const engine = openServer(url, 1);
    const applied = await engine.query(
      `SELECT migration_name, count(*)::int AS times, count(finished_at)::int AS finished
       FROM _prisma_migrations GROUP BY migration_name`,
    );
    expect(applied.length).toBeGreaterThan(0);
    for (const row of applied) expect(row).toMatchObject({ times: 1, finished: 1 });
    expect(await engine.query(`SELECT count(*)::int AS rows FROM visitor`)).toEqual([{ rows: 0 }]);
    await engine.close();
  },
);
