import { z } from "zod";
import { isRole, type Role } from "#lib/auth/permissions.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { FoyerError } from "#lib/errors.ts";
import { selectRows } from "#lib/select.ts";

const placeRow = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  /** IANA name; days in reports are days of this zone. */
  timezone: z.string(),
  role: z.string().transform(parseRole),
});

export type WorkspaceInfo = Omit<z.output<typeof placeRow>, "role">;

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
  const [place] = await listPlaces(userId, Prisma.sql`w.slug = ${workspaceSlug}`);
  if (!place) return null;
  const { role, ...workspace } = place;
  return { workspace, role };
}

/** The workspaces of a user, by name. */
export function listWorkspacesOf(userId: string): Promise<(WorkspaceInfo & { role: Role })[]> {
  return listPlaces(userId, Prisma.sql`true`);
}

// By hand, as every page asks it: Prisma would send one query for each of the tables.
function listPlaces(userId: string, where: Prisma.Sql) {
  return selectRows(
    placeRow,
    Prisma.sql`SELECT w.id, w.slug, w.name, w.timezone, m.role
      FROM membership m JOIN workspace w ON w.id = m."workspaceId"
      WHERE m."userId" = ${userId} AND ${where} ORDER BY w.name, w.id`,
  );
}
