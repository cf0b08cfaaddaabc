import type { Metadata } from "next";
import { signOut } from "#app/(auth)/sign-out/actions.ts";
import { AuthCard } from "#components/layout/auth-card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { tokenField } from "#lib/auth/fields.ts";
import { getCurrentUser } from "#lib/auth/session.ts";
import { hasAccount } from "#lib/workspaces/accept-invitation.ts";
import { getOpenInvitation } from "#lib/workspaces/invitations.ts";
import { JoinForm } from "./join-form.tsx";
import { RegisterForm } from "./register-form.tsx";

// The address holds a secret: no other site may learn it.
export const metadata: Metadata = {
  title: "Invitation",
  referrer: "same-origin",
  robots: "noindex",
};

interface Props {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function InvitePage({ searchParams }: Props) {
  const given = tokenField.safeParse((await searchParams).token);
  const token = given.success ? given.data : "";
  const invitation = token ? await getOpenInvitation(token) : null;
  if (!invitation) {
    return (
      <AuthCard title="This invitation can’t be used">
        <p className="text-ink-muted text-sm">
          It was used, withdrawn, or is older than seven days. Ask an admin for a new one.
        </p>
      </AuthCard>
    );
  }
  const { email, role, workspace } = invitation;
  const title = `Join ${workspace.name}`;
  const user = await getCurrentUser();
  if (user?.email === email) {
    return (
      <AuthCard title={title} description={`You join as ${role}.`}>
        <JoinForm token={token} workspaceName={workspace.name} />
      </AuthCard>
    );
  }
  if (user) {
    return (
      <AuthCard
        title={title}
        description={`This invitation is for ${email}. You are signed in as ${user.email}.`}
      >
        <form action={signOut}>
          <SubmitButton size="lg" className="w-full">
            Sign out
          </SubmitButton>
        </form>
      </AuthCard>
    );
  }
  if (await hasAccount(email)) {
    const next = encodeURIComponent(`/invite?token=${token}`);
    return (
      <AuthCard title={title} description={`Sign in as ${email} to join.`}>
        <LinkButton href={`/sign-in?next=${next}`} variant="primary" size="lg" className="w-full">
          Sign in
        </LinkButton>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={title} description={`You join as ${role}, with the e-mail ${email}.`}>
      <RegisterForm token={token} email={email} />
    </AuthCard>
  );
}
