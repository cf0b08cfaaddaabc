import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { newId } from "#lib/ids.ts";

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

/** Who a sign-in belongs to; null when it is revoked or expired, or its user is disabled or gone. */
export async function getSessionUser(sessionId: string): Promise<CurrentUser | null> {
  const at = now();
  const row = await db().authSession.findUnique({
    where: { id: sessionId },
    include: {
      user: { select: { id: true, email: true, name: true, timezone: true, disabledAt: true } },
    },
  });
  if (!row || row.revokedAt || row.expiresAt.getTime() <= at || row.user.disabledAt) return null;
  // Not on every request: a busy page would write the same row again and again.
  if (at - row.lastSeenAt.getTime() > LAST_SEEN_EVERY_MS) {
    await db().authSession.updateMany({
      where: { id: sessionId },
      data: { lastSeenAt: new Date(at) },
    });
  }
  const { id, email, name, timezone } = row.user;
  return { id, email, name, timezone, sessionId };
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
