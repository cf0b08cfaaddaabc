import { isRole, type Role } from "#lib/auth/permissions.ts";
import { db } from "#lib/db/client.ts";
import { FoyerError } from "#lib/errors.ts";

export interface WorkspaceInfo {
  id: string;
  slug: string;
  name: string;
  /** IANA name; days in reports are days of this zone. */
  timezone: string;
}

const WORKSPACE = { id: true, slug: true, name: true, timezone: true } as const;

/** The role words of the database are kept by a CHECK; anything else is a broken row. */
export function parseRole(text: string): Role {
  if (!isRole(text)) throw new FoyerError("unavailable", `Unknown role in the database: ${text}`);
  return text;
}

/** A user's place in the workspace with this slug; null when there is none. */
export async function getMembership(
  userId: string,
  workspaceSlug: string,
): Promise<{ workspace: WorkspaceInfo; role: Role } | null> {
  const row = await db().membership.findFirst({
    where: { userId, workspace: { slug: workspaceSlug } },
    select: { role: true, workspace: { select: WORKSPACE } },
  });
  return row && { workspace: row.workspace, role: parseRole(row.role) };
}

/** The workspaces of a user, by name. */
export async function listWorkspacesOf(
  userId: string,
): Promise<(WorkspaceInfo & { role: Role })[]> {
  const rows = await db().membership.findMany({
    where: { userId },
    select: { role: true, workspace: { select: WORKSPACE } },
    orderBy: [{ workspace: { name: "asc" } }, { workspaceId: "asc" }],
  });
  return rows.map((row) => ({ ...row.workspace, role: parseRole(row.role) }));
}
