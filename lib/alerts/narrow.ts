import type { Condition } from "#lib/alerts/conditions.ts";
import { Prisma } from "#lib/db/generated/client.ts";

const { sql } = Prisma;

/**
 * Conditions on a table aliased `v` that let through every visitor whom a rule could match, and fewer
 * others: a preview then reaches further back. What it lets through is still matched.
 */
export function narrow(conditions: readonly Condition[]): Prisma.Sql[] {
  return conditions.flatMap((one) => {
    switch (one.is) {
      case "country":
        return [sql`v."countryCode" = ANY(${one.codes}::text[])`];
      case "validity":
        return [sql`coalesce(v.validity, 'unknown') = ANY(${one.among}::text[])`];
      case "stage":
        return [
          sql`EXISTS (SELECT 1 FROM stage_reached r WHERE r."workspaceId" = v."workspaceId"
            AND r."visitorId" = v.id AND r.goal = ${one.stage})`,
        ];
      case "returnVisit":
        return [sql`v.sessions >= ${one.visits}::int`];
      case "companySize":
        return [
          sql`EXISTS (SELECT 1 FROM company c WHERE c."workspaceId" = v."workspaceId"
            AND c.id = v."companyId" AND c."employeeCount" >= ${one.min ?? 0}::int)`,
        ];
      default:
        return [];
    }
  });
}
