import { getServerSession } from "next-auth/next";
import { cache } from "react";
import { type CurrentUser, getSessionUser } from "#lib/auth/auth-session.ts";
import { authOptions, sessionIdOf } from "#lib/auth/options.ts";

/**
 * Who is asking; null when nobody is signed in. The cookie only names a row: that row, and its user,
 * are read anew in every request (once per request, however often this is called).
 */
export const getCurrentUser = cache(async (): Promise<CurrentUser | null> => {
  const sessionId = sessionIdOf(await getServerSession(authOptions()));
  return sessionId ? getSessionUser(sessionId) : null;
});
