"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { lazy, Suspense, useMemo, useState } from "react";
import { DataTable } from "#components/table/data-table.tsx";
import { useShownColumns } from "#components/table/export-button.tsx";
import { filterQuery } from "#components/table/filter-query.ts";
import { type Matching, SelectMatching } from "#components/table/matching-count.tsx";
import { searchHref } from "#components/table/search-href.ts";
import { SelectionBar } from "#components/table/selection-bar.tsx";
import { onlyDirection } from "#components/table/sort.ts";
import { useTableLayout } from "#components/table/table-layout-provider.tsx";
import { useSelection } from "#components/table/use-selection.ts";
import { Button } from "#components/ui/button.tsx";
import type { CompanyRow } from "#lib/companies/company-row.ts";
import { COMPANY_COLUMNS } from "./company-columns.tsx";

const ExportDialog = lazy(() =>
  import("#components/table/export-dialog.tsx").then((module) => ({
    default: module.ExportDialog,
  })),
);

type CompaniesTableProps = {
  rows: readonly CompanyRow[];
  base: string;
  sort: string;
  matching: Promise<Matching>;
};

const COLUMN_IDS = COMPANY_COLUMNS.map(({ id }) => id);

export function CompaniesTable({ rows, base, sort, matching }: CompaniesTableProps) {
  const path = usePathname();
  const query = useSearchParams().toString();
  const { layout, change } = useTableLayout();
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const filters = filterQuery(query);
  const selection = useSelection(ids, filters);
  const columns = useShownColumns(COLUMN_IDS);
  const [isExporting, setExporting] = useState(false);
  return (
    <>
      <DataTable
        label="Companies"
        columns={COMPANY_COLUMNS}
        rows={rows}
        rowId={(row) => row.id}
        rowHref={(row) => `${base}/companies/${row.id}`}
        sort={sort}
        sortHref={(next) => searchHref(path, query, { sort: onlyDirection(next) })}
        layout={layout}
        onLayoutChange={change}
        selection={selection}
        keys
      />
      <SelectionBar selection={selection} matching={matching}>
        <SelectMatching page={ids} selection={selection} matching={matching} />
        <Button size="sm" onClick={() => setExporting(true)}>
          Export
        </Button>
      </SelectionBar>
      {isExporting && (
        <Suspense>
          <ExportDialog
            onClose={() => setExporting(false)}
            action={`${base}/companies/export`}
            noun="companies"
            target={selection.target(filters)}
            columns={columns}
            allColumns={COLUMN_IDS}
          />
        </Suspense>
      )}
    </>
  );
}
