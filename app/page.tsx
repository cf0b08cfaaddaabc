import { redirect } from "next/navigation";
import { connection } from "next/server";
import { signOut } from "#app/(auth)/sign-out/actions.ts";
import { AuthCard } from "#components/layout/auth-card.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { getCurrentUser } from "#lib/auth/session.ts";
import { hasAdministrator } from "#lib/auth/setup-token.ts";
import { env } from "#lib/env.ts";
import { listWorkspacesOf } from "#lib/workspaces/memberships.ts";

/** The front door: on to the first workspace, to signing in, or to how to set up. */
export default async function HomePage() {
  await connection();
  const user = await getCurrentUser();
  if (!user) {
    if (await hasAdministrator()) redirect("/sign-in");
    return (
      <AuthCard title="Welcome to Foyer" description="Nobody has set up this installation yet.">
        <p className="text-ink-muted text-sm">
          When it started, Foyer printed a one-time link in its log (the terminal that runs it).
          Open that link to create your workspace:
        </p>
        <code className="mt-3 block break-all rounded-md bg-sunken px-3 py-2 font-mono text-ink text-xs">
          {env().APP_URL}/setup?token=…
        </code>
        <p className="mt-3 text-ink-muted text-sm">
          It is good for 24 hours. Restart Foyer to get a new one.
        </p>
      </AuthCard>
    );
  }
  const [first] = await listWorkspacesOf(user.id);
  if (first) redirect(`/${first.slug}/visitors`);
  return (
    <AuthCard
      title="No workspace yet"
      description={`You are signed in as ${user.email}, but you belong to no workspace. Ask an admin for an invitation.`}
    >
      <form action={signOut}>
        <SubmitButton variant="secondary">Sign out</SubmitButton>
      </form>
    </AuthCard>
  );
}
