import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { SESSION_SECONDS } from "#lib/auth/auth-session.ts";
import { env } from "#lib/env.ts";

/**
 * The session cookie: host-only, out of reach of scripts, not sent by other sites' forms. Under https
 * the `__Host-` prefix makes the browser hold us to that.
 */
export function sessionCookie() {
  const secure = env().APP_URL.startsWith("https:");
  return {
    name: secure ? "__Host-foyer.session" : "foyer.session",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}

/** Gives this browser a sign-in (actions only): the encrypted token that next-auth reads, with nothing but its id. */
export async function setSessionCookie(sessionId: string): Promise<void> {
  const { name, options } = sessionCookie();
  const token = await encode({
    token: { sessionId },
    secret: env().AUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });
  (await cookies()).set(name, token, { ...options, maxAge: SESSION_SECONDS });
}

/** Takes the sign-in away from this browser (actions only). */
export async function clearSessionCookie(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
