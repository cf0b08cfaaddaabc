"use client";

import { columnVisibilityFeature, tableFeatures, useTable } from "@tanstack/react-table";
import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useMemo, useRef } from "react";
import { cn } from "#components/ui/cn.ts";
import type { Column } from "./column.ts";
import { HeadCell } from "./head-cell.tsx";
import { searchHref } from "./search-href.ts";
import { SelectAll, SelectRow, type TableSelection } from "./selection.tsx";
import { parseSort } from "./sort.ts";
import { useTablePending } from "./table-pending.tsx";
import { TableRow } from "./table-row.tsx";
import { useRowKeys } from "./use-row-keys.ts";

const features = tableFeatures({ columnVisibilityFeature });

export type DataTableProps<Row> = {
  /** What the rows are, for screen readers: "Visitors". */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Where a row leads. The first cell becomes the link, and the whole row can be clicked. */
  rowHref?: (row: Row) => string | null;
  /** The sort in force, as in the URL ("-score"). Default: the `sort` parameter of the page. */
  sort?: string | null;
  /** The link of a head. Default: this page with `sort` replaced. */
  sortHref?: (sort: string) => string;
  /** Columns left out, by id. */
  hidden?: readonly string[];
  selection?: TableSelection;
  /** Instead of rows when there are none. */
  empty?: ReactNode;
  /** "page": from 1024 px on the table scrolls by itself under its head; "none": the page scrolls. */
  scroll?: "page" | "none";
  /** j, k and x move and choose. One table per page. */
  keys?: boolean;
  className?: string;
};

/** Rows in the order that the server gave them. It neither sorts nor filters. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, rowHref, hidden, selection, empty, scroll = "page" } = props;
  const path = usePathname();
  const query = useSearchParams();
  const pending = useTablePending();
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body, props.keys ?? false);

  const definitions = useMemo(
    () => columns.map((column) => ({ id: column.id, header: column.header })),
    [columns],
  );
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const columnVisibility = useMemo(
    () => Object.fromEntries((hidden ?? []).map((id) => [id, false])),
    [hidden],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    state: { columnVisibility },
  });

  if (rows.length === 0 && empty) {
    return (
      <div className={cn("rounded-lg border border-line bg-surface", props.className)}>{empty}</div>
    );
  }

  const sort = parseSort(props.sort === undefined ? query.get("sort") : props.sort);
  const sortHref = props.sortHref ?? ((next) => searchHref(path, query.toString(), { sort: next }));
  const ids = rows.map(rowId);
  const visible = table.getVisibleLeafColumns().flatMap((each) => byId.get(each.id) ?? []);

  return (
    <section
      aria-label={label}
      aria-busy={pending}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the arrow keys
      tabIndex={0}
      className={cn(
        "relative overflow-x-auto rounded-lg border border-line bg-surface transition-opacity duration-150 focus-visible:outline-offset-0",
        scroll === "page" &&
          "lg:max-h-[max(24rem,calc(100dvh-var(--table-offset,12.5rem)))] lg:overflow-y-auto",
        pending && "opacity-60",
        props.className,
      )}
    >
      <table
        aria-label={label}
        className="w-full border-separate border-spacing-0 text-left text-sm"
      >
        <thead className="sticky top-0 z-10">
          <tr>
            {selection && (
              <th scope="col" className="h-9 w-10 border-line border-b bg-sunken pl-4">
                <SelectAll ids={ids} selection={selection} />
              </th>
            )}
            {visible.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} sortHref={sortHref} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {table.getRowModel().rows.map((row) => (
            <TableRow
              key={row.id}
              row={row.original}
              columns={visible}
              href={rowHref?.(row.original) ?? null}
              selected={selection?.selected.has(row.id) ?? false}
              lead={selection && <SelectRow id={row.id} selection={selection} />}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
