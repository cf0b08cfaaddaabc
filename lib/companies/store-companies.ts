import { z } from "zod";
import { clip } from "#lib/clip.ts";
import { factsColumn } from "#lib/columns.ts";
import { storeCompanyHistory } from "#lib/companies/store-history.ts";
import type { Sql } from "#lib/db/sql.ts";
import { upsertRows } from "#lib/db/upsert.ts";
import { textFact } from "#lib/fact-values.ts";
import { type Facts, mergeFacts } from "#lib/facts.ts";
import { keyedId } from "#lib/ids.ts";
import { packFacts } from "#lib/packed-facts.ts";
import type { ChangedCompany } from "#lib/scoring/rescore-visitors.ts";
import { NO_RANK } from "#lib/scoring/score-rank.ts";

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

/**
 * Merges what events say into the companies' rows; their totals are kept by refreshCompanyTotals. Returns
 * those that were there before and whose people may fit another way now.
 */
export async function storeCompanies(
  sql: Sql,
  workspaceId: string,
  contributions: readonly CompanyContribution[],
): Promise<ChangedCompany[]> {
  if (contributions.length === 0) return [];
  const byId = new Map<string, CompanyContribution>();
  for (const { key, facts } of contributions) {
    const id = companyIdOf(workspaceId, key);
    byId.set(id, { key, facts: mergeFacts(byId.get(id)?.facts ?? {}, facts) });
  }
  const [rows] = await Promise.all([
    sql.query(
      `SELECT "id", "facts" FROM company WHERE "workspaceId" = $1 AND "id" = ANY($2::text[])`,
      [workspaceId, [...byId.keys()]],
    ),
    storeCompanyHistory(sql, workspaceId, contributions, (key) => companyIdOf(workspaceId, key)),
  ]);
  const changed: ChangedCompany[] = [];
  for (const row of rows) {
    const { id, facts } = factsRow.parse(row);
    const fresh = byId.get(id);
    if (!fresh) continue;
    const merged = mergeFacts(facts, fresh.facts);
    byId.set(id, { key: fresh.key, facts: merged });
    const before = traitsOf(facts);
    const after = traitsOf(merged);
    if (JSON.stringify(before) !== JSON.stringify(after)) changed.push({ id, before, after });
  }
  await upsertRows(
    sql,
    COMPANY,
    workspaceId,
    [...byId].map(([id, { key, facts }]) => deriveCompany(id, key, facts)),
  );
  return changed;
}

function traitsOf(facts: Facts) {
  const text = (field: string) => textFact(facts, field);
  const count = facts.employeeCount?.value ?? facts["headcount.total"]?.value;
  return {
    industry: text("industry") ?? text("taxonomy.linkedinIndustry"),
    employeeCount: typeof count === "number" && count < 2 ** 31 ? Math.round(count) : null,
    countryCode: text("address.countryCode"),
  };
}

function deriveCompany(id: string, key: string, facts: Facts) {
  const text = (field: string) => textFact(facts, field);
  const name = text("name") ?? key.slice(key.indexOf(":") + 1);
  const domain = key.startsWith("domain:") ? key.slice("domain:".length) : text("domain");
  return {
    id,
    key,
    facts: packFacts(facts),
    name,
    domain: clip(domain),
    ...traitsOf(facts),
    country: text("address.country"),
    linkedinUrl: text("linkedinUrl"),
    logoUrl: text("logoUrl"),
    sortName: clip(name.toLowerCase()),
    searchText: [name, domain, text("industry")].filter(Boolean).join(" ").toLowerCase(),
  };
}

/**
 * Recounts visitors, sessions, page views, the last visit and the score of companies from their visitors'
 * rows. A company's points are those of its people added up: log2(Σ 2^rank), relative to the best of them
 * and in the order of rank, so that equal sets give equal ranks (docs/scoring.md).
 */
export async function refreshCompanyTotals(
  sql: Sql,
  workspaceId: string,
  companyIds: readonly string[],
): Promise<void> {
  if (companyIds.length === 0) return;
  await sql.run(
    `UPDATE company c SET "visitors" = t.visitors, "sessions" = t.sessions,
       "pageviews" = t.pageviews, "lastSeenAt" = t."lastSeenAt",
       "scoreRank" = coalesce(t.best + (
         SELECT round(1e6 / ln(2::float8) * ln(sum(
           power(2::float8, greatest(r.rank - t.best, -60000000)::float8 / 1000000))))::bigint
         FROM unnest(t.ranks) AS r(rank)), ${NO_RANK})
     FROM unnest($2::text[]) AS x("companyId"), LATERAL (
       SELECT count(*)::int AS visitors, coalesce(sum(v."sessions"), 0)::int AS sessions,
         coalesce(sum(v."pageviews"), 0)::int AS pageviews, max(v."lastSeenAt") AS "lastSeenAt",
         max(v."scoreRank") AS best, array_agg(v."scoreRank" ORDER BY v."scoreRank") AS ranks
       FROM visitor v WHERE v."workspaceId" = $1 AND v."companyId" = x."companyId"
     ) t
     WHERE c."workspaceId" = $1 AND c."id" = x."companyId"`,
    [workspaceId, companyIds],
  );
}
