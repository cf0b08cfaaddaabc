import { z } from "zod";
import { instant, whole } from "#lib/columns.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { selectRows } from "#lib/select.ts";

/** The figures of one enrichment of a company. */
export const companyFigures = z.object({
  at: instant,
  provider: z.string().nullable(),
  employeeCount: whole.nullable(),
  headcount: whole.nullable(),
  followers: whole.nullable(),
  monthlyVisitors: whole.nullable(),
});

export type CompanyFigures = z.output<typeof companyFigures>;

const LATEST = 100;

/** The latest enrichments of a company, in time order. Served by the key of company_history. */
export async function listCompanyHistory(
  workspaceId: string,
  companyId: string,
): Promise<CompanyFigures[]> {
  const rows = await selectRows(
    companyFigures,
    Prisma.sql`SELECT h.at, h.provider, h."employeeCount", h.headcount, h.followers, h."monthlyVisitors"
      FROM company_history h
      WHERE h."workspaceId" = ${workspaceId} AND h."companyId" = ${companyId}
      ORDER BY h.at DESC, h.digest DESC LIMIT ${LATEST}`,
  );
  return rows.reverse();
}
