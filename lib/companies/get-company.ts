import { factsColumn } from "#lib/columns.ts";
import { type CompanyProfile, companyFields } from "#lib/companies/company-profile.ts";
import { companyRow } from "#lib/companies/company-row.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { provenanceOf } from "#lib/fact-values.ts";
import { scoreMargin } from "#lib/scoring/score-sql.ts";
import { selectFirst } from "#lib/select.ts";
import { unflattenFacts } from "#lib/unflatten.ts";

const row = companyRow.extend({ facts: factsColumn });

/** One company with every field of its enrichment and its totals; null when there is none. */
export async function getCompany(workspaceId: string, id: string): Promise<CompanyProfile | null> {
  const found = await selectFirst(
    row,
    Prisma.sql`SELECT c.id, c.facts, c.name, c.domain, c.industry, c."employeeCount", c.country,
        c."countryCode", c."linkedinUrl", c."logoUrl", c.visitors, c.sessions, c.pageviews,
        c."lastSeenAt", ${scoreMargin(workspaceId, Prisma.sql`c."scoreRank"`)} AS score
      FROM company c WHERE c."workspaceId" = ${workspaceId} AND c.id = ${id}`,
  );
  if (!found) return null;
  // The address of the enriched fields says where the company is.
  const { facts, country: _, countryCode: __, ...columns } = found;
  return {
    ...companyFields.parse(unflattenFacts(facts)),
    ...columns,
    provenance: provenanceOf(facts),
  };
}

/** True when the workspace has a company of this id. */
export async function hasCompany(workspaceId: string, id: string): Promise<boolean> {
  const found = await selectFirst(
    companyRow.pick({ id: true }),
    Prisma.sql`SELECT id FROM company WHERE "workspaceId" = ${workspaceId} AND id = ${id}`,
  );
  return found !== null;
}
