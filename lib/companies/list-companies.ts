import { z } from "zod";
import { whole } from "#lib/columns.ts";
import { type CompanyRow, companyRow } from "#lib/companies/company-row.ts";
import { byLastSeen, companySorts } from "#lib/companies/company-sort.ts";
import type { CompanyFilters, CompanyListParams } from "#lib/companies/search-params.ts";
import { type CappedCount, countCapped } from "#lib/count-capped.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type Page, pageOf } from "#lib/keyset.ts";
import { scoreMargin } from "#lib/scoring/score-sql.ts";
import { selectRows } from "#lib/select.ts";
import { containsWords } from "#lib/text-search.ts";

const { sql } = Prisma;

const sortedRow = companyRow.extend({ sortName: z.string(), scoreRank: whole });

const columns = sql`c.id, c.name, c.domain, c.industry, c."employeeCount", c.country, c."countryCode",
  c."linkedinUrl", c."logoUrl", c.visitors, c.sessions, c.pageviews, c."lastSeenAt", c."scoreRank", c."sortName"`;

/** One page of the companies that match, in the order asked for. Throws `invalid_request` on a wrong cursor. */
export async function listCompanies(
  workspaceId: string,
  params: CompanyListParams,
): Promise<Page<CompanyRow>> {
  const where = Prisma.join(companyConditions(workspaceId, params), " AND ");
  const from = sql`FROM company c WHERE ${where}`;
  const { cursorOf, query, order } =
    params.sort === "-lastSeenAt"
      ? lastSeenQuery(sql`SELECT c.id, c."lastSeenAt" ${from}`, params)
      : sortedQuery(sql`SELECT c.id ${from}`, params.sort, params);
  const score = scoreMargin(workspaceId, sql`c."scoreRank"`);
  // The page is cut out first, by what indexes hold; the rest is read for its rows alone.
  const rows = await selectRows(
    sortedRow,
    sql`WITH page AS MATERIALIZED (${query})
      SELECT ${columns}, ${score} AS score FROM page p
      JOIN company c ON c."workspaceId" = ${workspaceId} AND c.id = p.id ORDER BY ${order}`,
  );
  const page = pageOf(rows, params.limit, cursorOf);
  return { ...page, rows: page.rows.map(({ sortName: _, scoreRank: __, ...row }) => row) };
}

function sortedQuery(from: Prisma.Sql, name: keyof typeof companySorts, params: CompanyListParams) {
  const { order, after, cursorOf } = companySorts[name];
  const where = Prisma.join([from, ...after(params.cursor)], " AND ");
  return { cursorOf, order, query: sql`${where} ORDER BY ${order} LIMIT ${params.limit + 1}` };
}

function lastSeenQuery(from: Prisma.Sql, params: CompanyListParams) {
  const limit = params.limit + 1;
  const { seen, unseen } = byLastSeen.after(params.cursor);
  const order = sql`c."lastSeenAt" DESC NULLS LAST, c.id DESC`;
  // Both halves in the words of the index, which has those without a time in the order of their ids too.
  const inIndex = sql`c."lastSeenAt" DESC, c.id DESC`;
  const query = sql`SELECT * FROM (
      (${from} AND ${seen} ORDER BY ${inIndex} LIMIT ${limit})
      UNION ALL
      (${from} AND ${unseen} ORDER BY ${inIndex} LIMIT ${limit})
    ) c ORDER BY ${order} LIMIT ${limit}`;
  return { cursorOf: byLastSeen.cursorOf, order, query };
}

/** How many companies match, up to the cap. */
export async function countCompanies(
  workspaceId: string,
  filters: CompanyFilters,
): Promise<CappedCount> {
  const where = Prisma.join(companyConditions(workspaceId, filters), " AND ");
  return countCapped(sql`FROM company c WHERE ${where}`);
}

/** The conditions of a company list, on a table aliased `c`; the workspace is always the first. */
export function companyConditions(workspaceId: string, filters: CompanyFilters): Prisma.Sql[] {
  const all = [
    sql`c."workspaceId" = ${workspaceId}`,
    ...containsWords(sql`c."searchText"`, filters.q),
  ];
  const { industry, country, minEmployees } = filters;
  if (industry) all.push(sql`lower(c.industry) = lower(${industry}::text)`);
  if (country) all.push(sql`upper(c."countryCode") = ${country}`);
  if (minEmployees !== undefined) all.push(sql`c."employeeCount" >= ${minEmployees}::int`);
  return all;
}
