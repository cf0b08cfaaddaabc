import { z } from "zod";
import { now } from "#lib/clock.ts";
import { instant } from "#lib/columns.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { newId } from "#lib/ids.ts";
import { selectFirst } from "#lib/select.ts";

/** How long a sign-in lasts, from the moment of signing in. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;
const LAST_SEEN_EVERY_MS = 5 * 60 * 1000;

export interface CurrentUser {
  id: string;
  email: string;
  name: string;
  /** The IANA name of the zone that they want dates in; null for the browser's. */
  timezone: string | null;
  /** The auth_session row of this browser. */
  sessionId: string;
}

/** Starts a sign-in of a user on one browser and returns its id. Drops the user's expired rows. */
export async function startSession(userId: string, userAgent: string | null): Promise<string> {
  const at = new Date(now());
  await db().authSession.deleteMany({ where: { userId, expiresAt: { lt: at } } });
  const row = await db().authSession.create({
    data: {
      id: newId("ses"),
      userId,
      userAgent: userAgent?.slice(0, 300) ?? null,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + SESSION_SECONDS * 1000),
    },
  });
  return row.id;
}

const signedIn = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  timezone: z.string().nullable(),
  lastSeenAt: instant,
});

/** Who a sign-in belongs to; null when it is revoked or expired, or its user is disabled or gone. */
export async function getSessionUser(sessionId: string): Promise<CurrentUser | null> {
  const at = now();
  // By hand, as every request asks it: Prisma would send one query for each of the tables.
  const row = await selectFirst(
    signedIn,
    Prisma.sql`SELECT u.id, u.email, u.name, u.timezone, s."lastSeenAt"
      FROM auth_session s JOIN "user" u ON u.id = s."userId"
      WHERE s.id = ${sessionId} AND s."revokedAt" IS NULL AND u."disabledAt" IS NULL
        AND s."expiresAt" > ${new Date(at)}::timestamptz`,
  );
  if (!row) return null;
  const { lastSeenAt, ...user } = row;
  // Not on every request: a busy page would write the same row again and again.
  if (at - Date.parse(lastSeenAt) > LAST_SEEN_EVERY_MS) {
    await db().authSession.updateMany({
      where: { id: sessionId },
      data: { lastSeenAt: new Date(at) },
    });
  }
  return { ...user, sessionId };
}

/** Signs one browser out. */
export async function revokeSession(sessionId: string): Promise<void> {
  await db().authSession.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: new Date(now()) },
  });
}

/** Signs a user out on every browser and returns how many sign-ins that ended. */
export async function revokeSessionsOf(
  userId: string,
  client: Prisma.TransactionClient = db(),
): Promise<number> {
  const ended = await client.authSession.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date(now()) },
  });
  return ended.count;
}
