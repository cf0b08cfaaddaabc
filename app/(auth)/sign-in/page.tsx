import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "#components/layout/auth-card.tsx";
import { safeNext } from "#lib/auth/safe-next.ts";
import { getCurrentUser } from "#lib/auth/session.ts";
import { hasAdministrator } from "#lib/auth/setup-token.ts";
import { SignInForm } from "./sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<{ next?: string | string[]; error?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { next, error } = await searchParams;
  const target = safeNext(next);
  if (await getCurrentUser()) redirect(target);
  if (!(await hasAdministrator())) redirect("/");
  return (
    <AuthCard title="Sign in">
      <SignInForm next={target} message={error ? messageFor(error) : undefined} />
    </AuthCard>
  );
}

// Anybody can write a link to this page: what it says is ours, never the link's.
function messageFor(error: string | string[]): string {
  if (error === "CredentialsSignin") return "The e-mail or the password isn’t right.";
  if (error === "rate_limited") return "Too many attempts. Wait a while, then try again.";
  return "That didn’t work. Please try again.";
}
