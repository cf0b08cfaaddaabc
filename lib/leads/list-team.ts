import { db } from "#lib/db/client.ts";

/** A member as pickers show one. */
export interface TeamMember {
  id: string;
  name: string;
  email: string;
}

/** Everybody who can be given work or be mentioned, by name. */
export async function listTeam(workspaceId: string): Promise<TeamMember[]> {
  const rows = await db().membership.findMany({
    where: { workspaceId, user: { disabledAt: null } },
    select: { user: { select: { id: true, name: true, email: true } } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
  });
  return rows.map(({ user }) => user);
}
