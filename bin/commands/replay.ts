import { type Command, Option } from "commander";
import { db } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { REPLAYABLE_STATES, replayDelivery, replayState } from "#lib/inbox/replay.ts";
import { withDatabase } from "./with-database.ts";

export function addReplayCommand(program: Command): void {
  program
    .command("replay")
    .description("put deliveries back on the queue: the given ones, or all in one state")
    .argument("[ids...]", "delivery ids")
    .requiredOption("--workspace <slug>")
    .addOption(new Option("--state <state>", "all in this state").choices(REPLAYABLE_STATES))
    .action((ids: string[], { workspace: slug, state }) =>
      withDatabase(async () => {
        const workspace = await db().workspace.findUnique({ where: { slug } });
        if (!workspace) throw new FoyerError("not_found", `There is no workspace “${slug}”.`);
        for (const id of ids) await replayDelivery(workspace.id, id);
        const more = state ? await replayState(workspace.id, state) : 0;
        console.log(`${ids.length + more} deliveries are on the queue again.`);
      }),
    );
}
