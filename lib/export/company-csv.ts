import type { CompanyRow } from "#lib/companies/company-row.ts";
import { companySorts } from "#lib/companies/company-sort.ts";
import { companyConditions, listCompaniesById } from "#lib/companies/list-companies.ts";
import type { CompanyListParams } from "#lib/companies/search-params.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { CsvColumn } from "#lib/export/csv.ts";
import type { ExportSource } from "#lib/export/open-export.ts";

const { sql } = Prisma;

type Columns = readonly CsvColumn<CompanyRow>[];

/** By column of the list. */
const CSV: Readonly<Record<string, Columns>> = {
  name: [
    { header: "Name", value: (row) => row.name },
    { header: "Domain", value: (row) => row.domain },
    { header: "LinkedIn", value: (row) => row.linkedinUrl },
  ],
  score: [{ header: "Score", value: (row) => row.score }],
  lastSeenAt: [{ header: "Last seen", value: (row) => row.lastSeenAt }],
  visitors: [{ header: "Visitors", value: (row) => row.visitors }],
  sessions: [{ header: "Sessions", value: (row) => row.sessions }],
  pageviews: [{ header: "Pages", value: (row) => row.pageviews }],
  industry: [{ header: "Industry", value: (row) => row.industry }],
  employees: [{ header: "Employees", value: (row) => row.employeeCount }],
  country: [
    { header: "Country", value: (row) => row.country },
    { header: "Country code", value: (row) => row.countryCode },
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
): ExportSource<CompanyRow> {
  const where = [
    ...companyConditions(workspaceId, params),
    ...(ids ? [sql`c.id = ANY(${ids}::text[])`] : []),
  ];
  const order =
    params.sort === "-lastSeenAt"
      ? sql`c."lastSeenAt" DESC NULLS LAST, c.id DESC`
      : companySorts[params.sort].order;
  return {
    ids: sql`SELECT c.id, count(*) OVER () AS total FROM company c
      WHERE ${Prisma.join(where, " AND ")} ORDER BY ${order}`,
    rowsOf: (batch) => listCompaniesById(workspaceId, batch),
    columns: [
      { header: "Company ID", value: (row) => row.id },
      ...columns.flatMap((id) => CSV[id] ?? []),
    ],
  };
}
