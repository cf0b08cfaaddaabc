import type { Command } from "commander";
import { listPendingMigrations, migrate } from "#lib/db/migrate.ts";
import { env } from "#lib/env.ts";
import { withDatabase } from "./with-database.ts";

export function addDatabaseCommands(program: Command): void {
  program
    .command("migrate")
    .description("apply the migrations that the database lacks")
    .action(() =>
      withDatabase(async (engine) => {
        const applied = await migrate(engine);
        console.log(applied.length === 0 ? "Nothing to do." : applied.join("\n"));
      }),
    );
  program
    .command("doctor")
    .description("check configuration, database and migrations")
    .action(() =>
      withDatabase(async (engine) => {
        const [row] = await engine.query("SELECT version() AS version");
        const pending = await listPendingMigrations(engine);
        console.log(`Configuration: valid (APP_URL ${env().APP_URL})`);
        console.log(`Database: ${engine.kind}, ${String(row?.version)}`);
        console.log(
          `Migrations: ${pending.length === 0 ? "all applied" : `pending ${pending.join(", ")}`}`,
        );
        if (pending.length > 0) process.exitCode = 1;
      }),
    );
}
