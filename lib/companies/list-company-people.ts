import { z } from "zod";
import { instant } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";

/** A visitor who holds or held a position at a company. */
export const companyPerson = z.object({
  visitorId: z.string(),
  fullName: z.string().nullable(),
  title: z.string(),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
  isCurrent: z.boolean(),
  lastSeenAt: instant,
});

export type CompanyPerson = z.output<typeof companyPerson>;

/**
 * The positions that visitors hold or held at a company: those of today first, then by last visit. The
 * links of employment both ways; no more than `limit`.
 */
export async function listCompanyPeople(
  workspaceId: string,
  companyId: string,
  limit = 50,
): Promise<CompanyPerson[]> {
  return selectRows(
    companyPerson,
    Prisma.sql`SELECT e."visitorId", v."fullName", e.title, e."startDate", e."endDate", e."isCurrent", v."lastSeenAt"
      FROM employment e
      JOIN visitor v ON v."workspaceId" = e."workspaceId" AND v.id = e."visitorId"
      WHERE e."workspaceId" = ${workspaceId} AND e."companyId" = ${companyId}
      ORDER BY e."isCurrent" DESC, v."lastSeenAt" DESC, e."visitorId", e.kind, e.position
      LIMIT ${limit}`,
  );
}
