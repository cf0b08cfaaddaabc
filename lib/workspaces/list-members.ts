import type { Role } from "#lib/auth/permissions.ts";
import { db } from "#lib/db/client.ts";
import { parseRole } from "#lib/workspaces/memberships.ts";

export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
  /** The latest request of any of the person's browsers; null when never signed in. */
  lastSeenAt: Date | null;
  isDisabled: boolean;
  /** How many browsers are signed in now. */
  openSessions: number;
}

/** Everybody in a workspace, by name. */
export async function listMembers(workspaceId: string, at: Date): Promise<MemberRow[]> {
  const rows = await db().membership.findMany({
    where: { workspaceId },
    include: {
      user: {
        select: {
          name: true,
          email: true,
          disabledAt: true,
          sessions: { select: { lastSeenAt: true, revokedAt: true, expiresAt: true } },
        },
      },
    },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
  });
  return rows.map(({ user, userId, role, createdAt }) => ({
    userId,
    name: user.name,
    email: user.email,
    role: parseRole(role),
    joinedAt: createdAt,
    lastSeenAt: latest(user.sessions.map((session) => session.lastSeenAt)),
    isDisabled: user.disabledAt !== null,
    openSessions: user.sessions.filter((session) => !session.revokedAt && session.expiresAt > at)
      .length,
  }));
}

function latest(dates: Date[]): Date | null {
  return dates.reduce<Date | null>((last, date) => (last && last > date ? last : date), null);
}
