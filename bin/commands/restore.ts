import { resolve } from "node:path";
import type { Command } from "commander";
import { restoreEmbedded } from "#lib/backup/embedded-backup.ts";
import { restoreServer } from "#lib/backup/server-backup.ts";
import { env } from "#lib/env.ts";
import { withDatabase } from "./with-database.ts";

export function addRestoreCommand(program: Command): void {
  program
    .command("restore")
    .description("put a backup in place of an empty database")
    .argument("<file>", "a file that `foyer backup` wrote")
    .option("--force", "also where there is a database (an embedded one is moved aside)")
    .action(async (name: string, { force: isForced = false }: { force?: boolean }) => {
      const file = resolve(process.env.INIT_CWD ?? ".", name);
      const { DATABASE_URL, DATABASE_URL_DIRECT, DATA_DIR } = env();
      if (DATABASE_URL) {
        const url = DATABASE_URL_DIRECT ?? DATABASE_URL;
        await withDatabase((engine) => restoreServer(engine, url, file, isForced));
        console.log("Restored.");
        return;
      }
      const { createdAt, hasKeys, movedTo } = await restoreEmbedded(DATA_DIR, file, isForced);
      console.log(`Restored what was written ${createdAt}${hasKeys ? ", keys included" : ""}.`);
      if (movedTo) console.log(`What was there before is in ${movedTo}.`);
    });
}
