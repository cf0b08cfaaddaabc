import { companySorts } from "#lib/companies/company-sort.ts";
import { companyConditions } from "#lib/companies/list-companies.ts";
import type { CompanyListParams } from "#lib/companies/search-params.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type CsvColumn, csvSource, type ExportSource } from "#lib/export/csv-source.ts";
import { scoreColumn, scoreMargin } from "#lib/scoring/score-sql.ts";

const { sql } = Prisma;

/** By column of the list; the score has the workspace's own. */
const CSV: Readonly<Record<string, readonly CsvColumn[]>> = {
  name: [
    { header: "Name", sql: sql`c.name` },
    { header: "Domain", sql: sql`c.domain` },
    { header: "LinkedIn", sql: sql`c."linkedinUrl"` },
  ],
  lastSeenAt: [{ header: "Last seen", sql: sql`c."lastSeenAt"` }],
  visitors: [{ header: "Visitors", sql: sql`c.visitors` }],
  sessions: [{ header: "Sessions", sql: sql`c.sessions` }],
  pageviews: [{ header: "Pages", sql: sql`c.pageviews` }],
  industry: [{ header: "Industry", sql: sql`c.industry` }],
  employees: [{ header: "Employees", sql: sql`c."employeeCount"` }],
  country: [
    { header: "Country", sql: sql`c.country` },
    { header: "Country code", sql: sql`c."countryCode"` },
  ],
};

export interface CompanyExport {
  /** Filters and sort of the list. */
  params: Omit<CompanyListParams, "limit" | "cursor">;
  /** These alone, when they were chosen by hand. */
  ids: readonly string[] | null;
  columns: readonly string[];
}

/** Companies as a CSV: the rows of a list in its order, with its columns. */
export function companyExport(
  workspaceId: string,
  { params, ids, columns }: CompanyExport,
): ExportSource {
  const where = [
    ...companyConditions(workspaceId, params),
    ...(ids ? [sql`c.id = ANY(${ids}::text[])`] : []),
  ];
  const order =
    params.sort === "-lastSeenAt"
      ? sql`c."lastSeenAt" DESC NULLS LAST, c.id DESC`
      : companySorts[params.sort].order;
  const csv: typeof CSV = {
    ...CSV,
    score: [
      {
        header: "Score",
        sql: scoreMargin(workspaceId, sql`c."scoreRank"`),
        cell: (value) => scoreColumn.parse(value),
      },
    ],
  };
  return csvSource({
    ids: sql`SELECT c.id, count(*) OVER () AS total FROM company c
      WHERE ${Prisma.join(where, " AND ")} ORDER BY ${order}`,
    join: sql`company c ON c."workspaceId" = ${workspaceId} AND c.id = x.id`,
    columns: [{ header: "Company ID", sql: sql`c.id` }, ...columns.flatMap((id) => csv[id] ?? [])],
  });
}
