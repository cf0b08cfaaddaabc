import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";

const teamMember = z.object({ id: z.string(), name: z.string(), email: z.string() });

/** A member as pickers show one. */
export type TeamMember = z.output<typeof teamMember>;

/** Everybody who can be given work or be mentioned, by name. */
export function listTeam(workspaceId: string): Promise<TeamMember[]> {
  return selectRows(
    teamMember,
    Prisma.sql`SELECT u.id, u.name, u.email FROM membership m JOIN "user" u ON u.id = m."userId"
      WHERE m."workspaceId" = ${workspaceId} AND u."disabledAt" IS NULL ORDER BY u.name, u.id`,
  );
}
