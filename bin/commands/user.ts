import { randomBytes } from "node:crypto";
import { type Command, Option } from "commander";
import { createUser, resetPassword } from "#lib/auth/users.ts";
import { withDatabase } from "./with-database.ts";

const password = () =>
  new Option("--password <text>", "at least 12 characters; drawn and printed when left out").env(
    "FOYER_PASSWORD",
  );

function drawn(given: string | undefined): string {
  if (given) return given;
  const text = randomBytes(15).toString("base64url");
  console.log(`Password: ${text}`);
  return text;
}

export function addUserCommand(program: Command): void {
  const user = program.command("user").description("people who can sign in");
  user
    .command("create")
    .description("add a person to a workspace")
    .requiredOption("--email <address>")
    .requiredOption("--name <name>")
    .requiredOption("--workspace <slug>")
    .addOption(new Option("--role <role>").choices(["rep", "marketer", "admin"]).default("rep"))
    .addOption(password())
    .action(({ email, name, workspace, role, password: given }) =>
      withDatabase(async () => {
        await createUser({ email, name, password: drawn(given), workspaceSlug: workspace, role });
        console.log(`${email} can sign in to ${workspace} as ${role}.`);
      }),
    );
  user
    .command("reset-password")
    .description("set a new password and sign the person out everywhere")
    .requiredOption("--email <address>")
    .addOption(password())
    .action(({ email, password: given }) =>
      withDatabase(async () => {
        await resetPassword(email, drawn(given));
        console.log(`The password of ${email} is changed.`);
      }),
    );
}
