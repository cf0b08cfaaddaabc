import type { Command } from "commander";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { listPruning } from "#lib/inbox/prune/prune-due.ts";
import { pruneWorkspace } from "#lib/inbox/prune/prune-workspace.ts";
import { withDatabase } from "./with-database.ts";

interface Options {
  workspace?: string;
  dryRun?: boolean;
}

export function addPruneCommand(program: Command): void {
  program
    .command("prune")
    .description("remove what workspaces do not keep any longer, as set under Settings → Privacy")
    .option("--workspace <slug>", "only this one; else all")
    .option("--dry-run", "only count")
    .action(({ workspace: slug, dryRun = false }: Options) =>
      withDatabase(async () => {
        const due = await listPruning(new Date(now()));
        const workspaces = await db().workspace.findMany({
          where: slug === undefined ? { id: { in: due } } : { slug },
          orderBy: { slug: "asc" },
        });
        if (slug !== undefined && workspaces.length === 0) {
          throw new FoyerError("not_found", `There is no workspace “${slug}”.`);
        }
        const pruned: Record<string, unknown> = {};
        let isInterrupted = false;
        for (const { id, slug: name } of workspaces) {
          const { counts, isDone } = await pruneWorkspace(id, { dryRun });
          pruned[name] = counts;
          isInterrupted ||= !isDone;
        }
        console.log(JSON.stringify({ dryRun, workspaces: pruned }, null, 2));
        if (isInterrupted) {
          throw new FoyerError(
            "conflict",
            "A rebuild or check is at work. Prune again afterwards.",
          );
        }
      }),
    );
}
