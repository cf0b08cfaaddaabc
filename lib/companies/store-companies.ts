import { z } from "zod";
import { clip } from "#lib/clip.ts";
import { factsColumn } from "#lib/columns.ts";
import type { Sql } from "#lib/db/sql.ts";
import { upsertRows } from "#lib/db/upsert.ts";
import { textFact } from "#lib/fact-values.ts";
import { type Facts, mergeFacts } from "#lib/facts.ts";
import { keyedId } from "#lib/ids.ts";
import { packFacts } from "#lib/packed-facts.ts";

/** What one event says of a company. */
export interface CompanyContribution {
  key: string;
  facts: Facts;
}

const COMPANY = {
  table: "company",
  key: ["id"],
  columns: {
    id: "text",
    key: "text",
    facts: "jsonb",
    name: "text",
    domain: "text",
    industry: "text",
    employeeCount: "int",
    country: "text",
    countryCode: "text",
    linkedinUrl: "text",
    logoUrl: "text",
    sortName: "text",
    searchText: "text",
  },
};

const factsRow = z.object({ id: z.string(), facts: factsColumn });

/** The id of the company with a natural key. */
export function companyIdOf(workspaceId: string, key: string): string {
  return keyedId("c", workspaceId, key);
}

/** Merges what events say into the companies' rows; their totals are kept by refreshCompanyTotals. */
export async function storeCompanies(
  sql: Sql,
  workspaceId: string,
  contributions: readonly CompanyContribution[],
): Promise<void> {
  if (contributions.length === 0) return;
  const byId = new Map<string, CompanyContribution>();
  for (const { key, facts } of contributions) {
    const id = companyIdOf(workspaceId, key);
    byId.set(id, { key, facts: mergeFacts(byId.get(id)?.facts ?? {}, facts) });
  }
  const rows = await sql.query(
    `SELECT "id", "facts" FROM company WHERE "workspaceId" = $1 AND "id" = ANY($2::text[])`,
    [workspaceId, [...byId.keys()]],
  );
  for (const row of rows) {
    const { id, facts } = factsRow.parse(row);
    const fresh = byId.get(id);
    if (fresh) byId.set(id, { key: fresh.key, facts: mergeFacts(facts, fresh.facts) });
  }
  await upsertRows(
    sql,
    COMPANY,
    workspaceId,
    [...byId].map(([id, { key, facts }]) => deriveCompany(id, key, facts)),
  );
}

function deriveCompany(id: string, key: string, facts: Facts) {
  const text = (field: string) => textFact(facts, field);
  const count = facts.employeeCount?.value ?? facts["headcount.total"]?.value;
  const name = text("name") ?? key.slice(key.indexOf(":") + 1);
  const domain = key.startsWith("domain:") ? key.slice("domain:".length) : text("domain");
  return {
    id,
    key,
    facts: packFacts(facts),
    name,
    domain: clip(domain),
    industry: text("industry") ?? text("taxonomy.linkedinIndustry"),
    employeeCount: typeof count === "number" && count < 2 ** 31 ? Math.round(count) : null,
    country: text("address.country"),
    countryCode: text("address.countryCode"),
    linkedinUrl: text("linkedinUrl"),
    logoUrl: text("logoUrl"),
    sortName: clip(name.toLowerCase()),
    searchText: [name, domain, text("industry")].filter(Boolean).join(" ").toLowerCase(),
  };
}

/** Recounts visitors, sessions, page views and the last visit of companies from their visitors' rows. */
export async function refreshCompanyTotals(
  sql: Sql,
  workspaceId: string,
  companyIds: readonly string[],
): Promise<void> {
  if (companyIds.length === 0) return;
  await sql.query(
    `UPDATE company c SET "visitors" = t.visitors, "sessions" = t.sessions,
       "pageviews" = t.pageviews, "lastSeenAt" = t."lastSeenAt"
     FROM unnest($2::text[]) AS x("companyId"), LATERAL (
       SELECT count(*)::int AS visitors, coalesce(sum(v."sessions"), 0)::int AS sessions,
         coalesce(sum(v."pageviews"), 0)::int AS pageviews, max(v."lastSeenAt") AS "lastSeenAt"
       FROM visitor v WHERE v."workspaceId" = $1 AND v."companyId" = x."companyId"
     ) t
     WHERE c."workspaceId" = $1 AND c."id" = x."companyId"`,
    [workspaceId, companyIds],
  );
}
