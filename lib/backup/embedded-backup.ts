import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { now } from "#lib/clock.ts";
import { type EmbeddedEngine, openEmbedded } from "#lib/db/embedded.ts";
import { takeFolderLock } from "#lib/db/folder-lock.ts";
import { FoyerError } from "#lib/errors.ts";

const header = z.object({
  foyer: z.literal("backup"),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  /** The text of keys.json; null where the keys come from the environment. */
  keys: z.string().nullable(),
});

/** Where the header of a backup ends: it is one line, the database's archive follows. */
const LINE_END = 0x0a;

/**
 * Writes the embedded database and the generated keys of `dataDir` into one file (mode 0600), never over
 * another. Returns its size in bytes, and whether it holds the keys.
 */
export async function backupEmbedded(
  engine: EmbeddedEngine,
  dataDir: string,
  file: string,
): Promise<{ bytes: number; hasKeys: boolean }> {
  if (existsSync(file)) throw new FoyerError("conflict", `${file} is there already.`);
  const keysFile = join(dataDir, "keys.json");
  const keys = existsSync(keysFile) ? readFileSync(keysFile, "utf8") : null;
  const head: z.output<typeof header> = {
    ...{ foyer: "backup", version: 1, keys },
    createdAt: new Date(now()).toISOString(),
  };
  const archive = await engine.pglite.dumpDataDir("gzip");
  const content = Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    Buffer.from(await archive.arrayBuffer()),
  ]);
  writeFileSync(file, content, { mode: 0o600, flag: "wx" });
  return { bytes: content.length, hasKeys: keys !== null };
}

/**
 * Puts a backup into `dataDir`. A database that is there already is refused without `isForced`, and with
 * it moved aside, not deleted. Throws `conflict`, and `invalid_request` for a file that is no backup.
 */
export async function restoreEmbedded(
  dataDir: string,
  file: string,
  isForced: boolean,
): Promise<{ createdAt: string; hasKeys: boolean; movedTo: string | null }> {
  const content = readFileSync(file);
  const { createdAt, keys, archive } = readBackup(content, file);
  const [folder, keysFile] = [join(dataDir, "postgres"), join(dataDir, "keys.json")];
  const isThere = existsSync(folder);
  if (isThere && !isForced) {
    throw new FoyerError(
      "conflict",
      `${dataDir} holds a database already. --force moves it aside and puts the backup in its place.`,
    );
  }
  const aside = `replaced-${now()}`;
  if (isThere) moveAside(dataDir, [folder, keysFile], aside);
  try {
    const engine = await openEmbedded(dataDir, new Blob([archive], { type: "application/x-tar" }));
    try {
      await engine.query(`SELECT count(*) FROM "_prisma_migrations"`);
    } finally {
      await engine.close();
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (isThere) {
      for (const path of [folder, keysFile]) {
        if (existsSync(`${path}.${aside}`)) renameSync(`${path}.${aside}`, path);
      }
    }
    const why = error instanceof Error ? error.message : String(error);
    throw new FoyerError("invalid_request", `${file} could not be restored: ${why}`);
  }
  if (keys !== null) writeFileSync(keysFile, keys, { mode: 0o600 });
  return { createdAt, hasKeys: keys !== null, movedTo: isThere ? `${folder}.${aside}` : null };
}

function readBackup(content: Buffer, file: string) {
  const end = content.indexOf(LINE_END);
  try {
    const head = header.parse(JSON.parse(content.subarray(0, end).toString("utf8")));
    // Unpacked here: the engine throws at nobody when an archive breaks off.
    return { ...head, archive: new Uint8Array(gunzipSync(content.subarray(end + 1))) };
  } catch {
    throw new FoyerError("invalid_request", `${file} is no whole backup of an embedded database.`);
  }
}

function moveAside(dataDir: string, paths: readonly string[], aside: string): void {
  const release = takeFolderLock(dataDir);
  try {
    for (const path of paths) if (existsSync(path)) renameSync(path, `${path}.${aside}`);
  } finally {
    release();
  }
}
