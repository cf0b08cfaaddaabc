"use server";

import { redirect } from "next/navigation";
import { revokeSession } from "#lib/auth/auth-session.ts";
import { getCurrentUser } from "#lib/auth/session.ts";
import { clearSessionCookie } from "#lib/auth/session-cookie.ts";

/** Ends this browser's sign-in: a copy of the cookie is worth nothing afterwards. */
export async function signOut(): Promise<void> {
  const user = await getCurrentUser();
  if (user) await revokeSession(user.sessionId);
  await clearSessionCookie();
  redirect("/sign-in");
}
