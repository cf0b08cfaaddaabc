"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { DataTable } from "#components/table/data-table.tsx";
import { searchHref } from "#components/table/search-href.ts";
import { onlyDirection } from "#components/table/sort.ts";
import type { CompanyRow } from "#lib/companies/company-row.ts";
import { COMPANY_COLUMNS } from "./company-columns.tsx";

type CompaniesTableProps = { rows: readonly CompanyRow[]; base: string; sort: string };

export function CompaniesTable({ rows, base, sort }: CompaniesTableProps) {
  const path = usePathname();
  const query = useSearchParams().toString();
  return (
    <DataTable
      label="Companies"
      columns={COMPANY_COLUMNS}
      rows={rows}
      rowId={(row) => row.id}
      rowHref={(row) => `${base}/companies/${row.id}`}
      sort={sort}
      sortHref={(next) => searchHref(path, query, { sort: onlyDirection(next) })}
      keys
    />
  );
}
