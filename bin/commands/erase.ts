import { type Command, CommanderError } from "commander";
import { db } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { erasePerson } from "#lib/inbox/erase-person.ts";
import { privacySubject } from "#lib/privacy/privacy-subject.ts";
import { withDatabase } from "./with-database.ts";

interface Options {
  workspace: string;
  email?: string;
  linkedin?: string;
  visitor?: string;
}

export function addEraseCommand(program: Command): void {
  program
    .command("erase")
    .description("erase a person from all tables and the ledger, and keep them from coming back")
    .requiredOption("--workspace <slug>")
    .option("--email <address>", "who is meant, by e-mail")
    .option("--linkedin <url>", "who is meant, by LinkedIn URL")
    .option("--visitor <id>", "who is meant, by visitor id")
    .action(({ workspace: slug, email, linkedin, visitor }: Options) => {
      const subject = privacySubject.safeParse({
        email,
        linkedinUrl: linkedin,
        visitorId: visitor,
      });
      if (!subject.success) {
        const [issue] = subject.error.issues;
        console.error("error: give one of --email, --linkedin and --visitor");
        throw new CommanderError(2, "foyer.erase", issue?.message ?? "");
      }
      return withDatabase(async () => {
        const workspace = await db().workspace.findUnique({ where: { slug } });
        if (!workspace) throw new FoyerError("not_found", `There is no workspace “${slug}”.`);
        const proof = await erasePerson(workspace.id, { actorId: null }, subject.data);
        if (!proof) throw new FoyerError("not_found", "There is no visitor of this id.");
        console.log(JSON.stringify(proof, null, 2));
      });
    });
}
