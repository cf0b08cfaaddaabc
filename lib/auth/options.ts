import type { AuthOptions, LoggerInstance } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { revokeSession, SESSION_SECONDS, startSession } from "#lib/auth/auth-session.ts";
import { verifyCredentials } from "#lib/auth/credentials.ts";
import { addressOf } from "#lib/auth/request-origin.ts";
import { sessionCookie } from "#lib/auth/session-cookie.ts";
import { env } from "#lib/env.ts";
import { isFoyerError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

const credentialsSchema = z.object({ email: z.string().max(320), password: z.string() });
const tokenSchema = z.object({ sessionId: z.string() });

/** The id of the auth_session row that a decoded token or a session names; null when it names none. */
export function sessionIdOf(holder: unknown): string | null {
  const parsed = tokenSchema.safeParse(holder);
  return parsed.success ? parsed.data.sessionId : null;
}

const password = Credentials({
  name: "E-mail and password",
  credentials: {
    email: { label: "E-mail", type: "email" },
    password: { label: "Password", type: "password" },
  },
  async authorize(given, request) {
    const parsed = credentialsSchema.safeParse(given);
    if (!parsed.success) return null;
    const address = addressOf(header(request.headers, "x-forwarded-for"));
    try {
      const user = await verifyCredentials({ ...parsed.data, address });
      const sessionId = await startSession(user.id, header(request.headers, "user-agent"));
      return { id: user.id, sessionId };
    } catch (error) {
      // next-auth puts this message into a URL: a code, never the words of an unexpected error.
      if (isFoyerError(error) && error.code === "unauthenticated") return null;
      throw new Error(isFoyerError(error) ? error.code : "unavailable", { cause: error });
    }
  },
});

function header(headers: Record<string, unknown> | undefined, name: string): string | null {
  const value = headers?.[name];
  return typeof value === "string" ? value : null;
}

// A tampered or outdated cookie is everyday life, not an error of ours.
const logger: Partial<LoggerInstance> = {
  error: (code) => log().info({ code }, "next-auth refused a request"),
  warn: (code) => log().debug({ code }, "next-auth warned"),
  debug: () => undefined,
};

/** next-auth's configuration. The token carries one thing, the id of an auth_session row. */
export function authOptions(): AuthOptions {
  // next-auth reads its public URL from the environment alone; ours is APP_URL.
  process.env.NEXTAUTH_URL = env().APP_URL;
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: env().APP_URL.startsWith("https:"),
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    providers: [password],
    callbacks: {
      jwt: ({ token, user }) => ({ sessionId: sessionIdOf(user) ?? sessionIdOf(token) }),
      session: ({ session, token }) => {
        const named = { expires: session.expires, sessionId: sessionIdOf(token) };
        return named;
      },
    },
    events: {
      signOut: async ({ token }) => {
        const sessionId = sessionIdOf(token);
        if (sessionId) await revokeSession(sessionId);
      },
    },
    logger,
  };
}
