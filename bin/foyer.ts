// The operator's command line. Exit codes: 0 done, 1 failed, 2 wrong usage.
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { isFoyerError } from "#lib/errors.ts";
import { loadEnvFile } from "#lib/process/env-file.ts";
import { addBackupCommand } from "./commands/backup.ts";
import { addDatabaseCommands } from "./commands/database.ts";
import { addEraseCommand } from "./commands/erase.ts";
import { addOpenApiCommand } from "./commands/openapi.ts";
import { addPruneCommand } from "./commands/prune.ts";
import { addRebuildCommands } from "./commands/rebuild.ts";
import { addReplayCommand } from "./commands/replay.ts";
import { addRestoreCommand } from "./commands/restore.ts";
import { addSecretCommand } from "./commands/secret.ts";
import { addSimulateCommand } from "./commands/simulate.ts";
import { addUserCommand } from "./commands/user.ts";

const root = join(import.meta.dirname, "..");
process.chdir(root);
loadEnvFile(root);
process.env.LOG_LEVEL ??= "warn";

const program = new Command("foyer").description("Operate a Foyer installation.").exitOverride();
for (const add of [
  addDatabaseCommands,
  addSimulateCommand,
  addUserCommand,
  addReplayCommand,
  addSecretCommand,
  addOpenApiCommand,
  addRebuildCommands,
  addEraseCommand,
  addPruneCommand,
  addBackupCommand,
  addRestoreCommand,
]) {
  add(program);
}
// Every sub-command must report wrong usage in the same way.
for (const command of program.commands) {
  command.exitOverride();
  for (const inner of command.commands) inner.exitOverride();
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    console.error(isFoyerError(error) ? error.message : error);
    process.exitCode = 1;
  }
}
