import { resolve } from "node:path";
import type { Command } from "commander";
import { backupEmbedded } from "#lib/backup/embedded-backup.ts";
import { backupServer } from "#lib/backup/server-backup.ts";
import { openEmbedded } from "#lib/db/embedded.ts";
import { env } from "#lib/env.ts";

export function addBackupCommand(program: Command): void {
  program
    .command("backup")
    .description("write the database into one file (embedded: with its keys)")
    .argument("<file>", "where to; never over another file")
    .action(async (name: string) => {
      const file = resolve(process.env.INIT_CWD ?? ".", name);
      const { DATABASE_URL, DATABASE_URL_DIRECT, DATA_DIR } = env();
      if (DATABASE_URL) {
        await backupServer(DATABASE_URL_DIRECT ?? DATABASE_URL, file);
        console.log(`Written: ${file}. Keep AUTH_SECRET and ENCRYPTION_KEYS beside it.`);
        return;
      }
      const engine = await openEmbedded(DATA_DIR);
      try {
        const { bytes, hasKeys } = await backupEmbedded(engine, DATA_DIR, file);
        const keys = hasKeys
          ? "It holds the keys as well: keep it secret."
          : "Keep AUTH_SECRET and ENCRYPTION_KEYS beside it.";
        console.log(`Written: ${file}, ${Math.ceil(bytes / 1024)} KiB. ${keys}`);
      } finally {
        await engine.close();
      }
    });
}
