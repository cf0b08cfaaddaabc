import { Prisma } from "#lib/db/generated/client.ts";
import { containsWords } from "#lib/text-search.ts";
import type { WorklistFilters, WorklistView } from "#lib/worklist/search-params.ts";

const { sql } = Prisma;

/** The conditions on a company aliased `c`: one that people came from, and that the filters fit. */
export function companyConditions(workspaceId: string, filters: WorklistFilters): Prisma.Sql[] {
  const { industry, country, minEmployees } = filters;
  return [
    sql`c."workspaceId" = ${workspaceId}`,
    // Companies of somebody's career have no visit, and so no place in the list.
    sql`c."lastSeenAt" IS NOT NULL`,
    ...containsWords(sql`c."searchText"`, filters.q),
    ...(industry ? [sql`lower(c.industry) = lower(${industry}::text)`] : []),
    ...(country ? [sql`upper(c."countryCode") = ${country}`] : []),
    ...(minEmployees !== undefined ? [sql`c."employeeCount" >= ${minEmployees}::int`] : []),
  ];
}

/** The same on a visitor aliased `v`, one without a company; industry and size fit none of them. */
export function visitorConditions(workspaceId: string, filters: WorklistFilters): Prisma.Sql[] {
  const { industry, country, minEmployees } = filters;
  return [
    sql`v."workspaceId" = ${workspaceId}`,
    sql`v."companyId" IS NULL`,
    ...containsWords(sql`v."searchText"`, filters.q),
    ...(industry || minEmployees !== undefined ? [sql`false`] : []),
    ...(country ? [sql`v."countryCode" = ${country}`] : []),
  ];
}

/** The same on the work item aliased `w`; what is nobody's has neither a holder nor an outcome in force. */
export function itemConditions(view: WorklistView, filters: WorklistFilters): Prisma.Sql[] {
  const { owner, outcome } = filters;
  if (view === "new") return owner || outcome ? [sql`false`] : [];
  return [
    ...(owner ? [sql`w."claimedById" = ${owner}`] : []),
    ...(outcome ? [sql`w.status = ${outcome}`] : []),
  ];
}
