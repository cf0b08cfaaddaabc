"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { lazy, Suspense, useMemo, useState } from "react";
import { DataTable } from "#components/table/data-table.tsx";
import { useShownColumns } from "#components/table/export-button.tsx";
import { filterQuery } from "#components/table/filter-query.ts";
import type { Matching } from "#components/table/matching-count.tsx";
import { searchHref } from "#components/table/search-href.ts";
import { onlyDirection } from "#components/table/sort.ts";
import { useTableLayout } from "#components/table/table-layout-provider.tsx";
import { useSelection } from "#components/table/use-selection.ts";
import type { VisitorRow } from "#lib/visitors/visitor-row.ts";
import type { LeadChoices } from "./bulk-menus.tsx";
import { VISITOR_COLUMN_NAMES } from "./list-heads.ts";
import { visitorColumns } from "./visitor-columns.tsx";
import type { VisitorBulkActions } from "./visitors-bulk-bar.tsx";

// With the first row that is chosen.
const VisitorsBulkBar = lazy(() =>
  import("./visitors-bulk-bar.tsx").then((module) => ({ default: module.VisitorsBulkBar })),
);

const COLUMN_IDS = VISITOR_COLUMN_NAMES.map(({ id }) => id);

type VisitorsTableProps = {
  rows: readonly VisitorRow[];
  /** The path of the workspace: `/acme`. */
  base: string;
  sort: string;
  matching: Promise<Matching>;
  choices: LeadChoices;
  actions: VisitorBulkActions;
};

export function VisitorsTable(props: VisitorsTableProps) {
  const { rows, base, sort, matching, choices, actions } = props;
  const path = usePathname();
  const query = useSearchParams().toString();
  const columns = useMemo(() => visitorColumns(base), [base]);
  const { layout, change } = useTableLayout();
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  const filters = filterQuery(query);
  const selection = useSelection(ids, filters);
  const shown = useShownColumns(COLUMN_IDS);
  // It stays when nothing is chosen any more: a change may still be under way.
  const isChoosing = selection.isAll || selection.ids.size > 0;
  const [hasChosen, setChosen] = useState(false);
  if (isChoosing && !hasChosen) setChosen(true);
  return (
    <>
      <DataTable
        label="Visitors"
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        rowHref={(row) => `${base}/visitors/${row.id}`}
        sort={sort}
        sortHref={(next) => searchHref(path, query, { sort: onlyDirection(next) })}
        layout={layout}
        onLayoutChange={change}
        selection={selection}
        keys
      />
      {hasChosen && (
        <Suspense>
          <VisitorsBulkBar
            selection={selection}
            page={ids}
            matching={matching}
            query={filters}
            choices={choices}
            actions={actions}
            exported={{
              action: `${base}/visitors/export`,
              noun: "visitors",
              columns: shown,
              allColumns: COLUMN_IDS,
              hasEmails: true,
            }}
          />
        </Suspense>
      )}
    </>
  );
}
