import { type Command, Option } from "commander";
import { db } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { OVERLAP_HOURS, rotateSecret } from "#lib/webhooks/secrets.ts";
import { withDatabase } from "./with-database.ts";

export function addSecretCommand(program: Command): void {
  const secret = program.command("secret").description("webhook signing secrets");
  secret
    .command("rotate")
    .description("give an endpoint a new secret; the old ones stay good for the overlap")
    .requiredOption("--endpoint <id>")
    .addOption(
      new Option("--overlap <hours>", "hours that the old secrets stay good")
        .choices(["0", "1", "24", "72", "168"])
        .default("24"),
    )
    .action(({ endpoint, overlap }) =>
      withDatabase(async () => {
        const found = await db().webhookEndpoint.findFirst({ where: { id: endpoint } });
        if (!found) throw new FoyerError("not_found", `There is no endpoint “${endpoint}”.`);
        const rotated = await rotateSecret(
          found.workspaceId,
          found.id,
          OVERLAP_HOURS.find((hours) => String(hours) === overlap) ?? 24,
        );
        console.log(rotated.secret);
      }),
    );
}
