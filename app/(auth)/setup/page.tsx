import type { Metadata } from "next";
import { AuthCard } from "#components/layout/auth-card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { tokenField } from "#lib/auth/fields.ts";
import { hasAdministrator, isSetupToken } from "#lib/auth/setup-token.ts";
import { SetupForm } from "./setup-form.tsx";

// The address holds a secret: no other site may learn it.
export const metadata: Metadata = { title: "Set up", referrer: "same-origin", robots: "noindex" };

interface Props {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function SetupPage({ searchParams }: Props) {
  const token = tokenField.safeParse((await searchParams).token);
  if (token.success && (await isSetupToken(token.data))) {
    return (
      <AuthCard title="Set up Foyer" description="Your workspace, and you as its first admin.">
        <SetupForm token={token.data} />
      </AuthCard>
    );
  }
  if (await hasAdministrator()) {
    return (
      <AuthCard
        title="Foyer is already set up"
        description="Sign in, or ask an admin for an invitation."
      >
        <LinkButton href="/sign-in" variant="primary" size="lg" className="w-full">
          Sign in
        </LinkButton>
      </AuthCard>
    );
  }
  return (
    <AuthCard title="This link can’t be used">
      <p className="text-ink-muted text-sm">
        A set-up link works once and for 24 hours. Restart Foyer: it prints a new one in its log.
      </p>
    </AuthCard>
  );
}
