import type { Command } from "commander";
import { z } from "zod";
import type { Engine } from "#lib/db/sql.ts";
import { FoyerError } from "#lib/errors.ts";
import type { DifferingRow, TableComparison } from "#lib/rebuild/compare.ts";
import { checkWorkspace, rebuildWorkspace } from "#lib/rebuild/rebuild.ts";
import { withDatabase } from "./with-database.ts";

const workspaceRow = z.object({ id: z.string(), slug: z.string() });

interface Options {
  workspace?: string;
}

export function addRebuildCommands(program: Command): void {
  program
    .command("check")
    .description("project the ledger anew and compare the result with the live tables")
    .option("--workspace <slug>", "one workspace only")
    .action((options: Options) =>
      withDatabase(async (engine) => {
        for (const { id, slug } of await listWorkspaces(engine, options)) {
          const { deliveries, tables } = await checkWorkspace(engine, id, progress(slug));
          const differing = tables.filter((table) => !table.isEqual);
          console.log(`${slug}: ${deliveries} deliveries, ${verdict(differing)}`);
          for (const table of tables) printComparison(table);
          if (differing.length > 0) process.exitCode = 1;
        }
      }),
    );
  program
    .command("rebuild")
    .description("project the ledger anew and put the result in place of the live tables")
    .option("--workspace <slug>", "one workspace only")
    .action((options: Options) =>
      withDatabase(async (engine) => {
        for (const { id, slug } of await listWorkspaces(engine, options)) {
          const { deliveries, tables } = await rebuildWorkspace(engine, id, progress(slug));
          console.log(`${slug}: rebuilt from ${deliveries} deliveries`);
          for (const { table, written, removed } of tables) {
            if (written + removed > 0)
              console.log(`  ${table}: ${written} rows written, ${removed} removed`);
          }
          if (tables.every(({ written, removed }) => written + removed === 0)) {
            console.log("  nothing had to be changed");
          }
        }
      }),
    );
}

async function listWorkspaces(engine: Engine, { workspace }: Options) {
  const rows = await engine.query(
    `SELECT "id", "slug" FROM workspace WHERE $1::text IS NULL OR "slug" = $1 ORDER BY "slug"`,
    [workspace ?? null],
  );
  if (workspace && rows.length === 0) {
    throw new FoyerError("not_found", `There is no workspace ${workspace}.`);
  }
  return rows.map((row) => workspaceRow.parse(row));
}

/** Shows how far it is, where somebody watches. */
function progress(slug: string) {
  if (!process.stderr.isTTY) return {};
  return {
    onProgress: (deliveries: number) => {
      process.stderr.write(`\r${slug}: ${deliveries} deliveries read \r`);
    },
  };
}

function verdict(differing: readonly TableComparison[]): string {
  if (differing.length === 0) return "live and rebuilt are equal";
  return `${differing.length === 1 ? "1 table differs" : `${differing.length} tables differ`}`;
}

function printComparison(one: TableComparison): void {
  const name = `  ${one.table.padEnd(16)}`;
  if (one.isEqual) {
    console.log(`${name} ${one.live.hash.slice(0, 16)} ${one.live.rows} rows`);
    return;
  }
  console.log(
    `${name} differs in ${one.differingRows} rows (live ${one.live.rows} rows ${one.live.hash.slice(0, 16)}, rebuilt ${one.rebuilt.rows} rows ${one.rebuilt.hash.slice(0, 16)})`,
  );
  for (const row of one.examples) console.log(`    ${describeRow(row)}`);
}

function describeRow({ key, kind, columns }: DifferingRow): string {
  const name = Object.values(key).join(" ");
  if (kind === "missing") return `${name}: missing in the live table`;
  if (kind === "surplus") return `${name}: only in the live table`;
  return `${name}: ${columns.join(", ")}`;
}
