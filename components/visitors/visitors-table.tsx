"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { DataTable } from "#components/table/data-table.tsx";
import { searchHref } from "#components/table/search-href.ts";
import { onlyDirection } from "#components/table/sort.ts";
import type { VisitorRow } from "#lib/visitors/visitor-row.ts";
import { visitorColumns } from "./visitor-columns.tsx";

type VisitorsTableProps = {
  rows: readonly VisitorRow[];
  /** The path of the workspace: `/acme`. */
  base: string;
  sort: string;
};

export function VisitorsTable({ rows, base, sort }: VisitorsTableProps) {
  const path = usePathname();
  const query = useSearchParams().toString();
  const columns = useMemo(() => visitorColumns(base), [base]);
  return (
    <DataTable
      label="Visitors"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowHref={(row) => `${base}/visitors/${row.id}`}
      sort={sort}
      sortHref={(next) => searchHref(path, query, { sort: onlyDirection(next) })}
      keys
    />
  );
}
