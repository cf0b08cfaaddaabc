"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useRef } from "react";
import { cn } from "#components/ui/cn.ts";
import type { Column } from "./column.ts";
import { HeadCell } from "./head-cell.tsx";
import { cellClass, isExact, tableStyle } from "./placement.ts";
import { searchHref } from "./search-href.ts";
import { SelectAll, SelectRow, type TableSelection } from "./selection.tsx";
import { parseSort } from "./sort.ts";
import type { TableLayout } from "./table-layout.ts";
import { useTablePending } from "./table-pending.tsx";
import { TableRow } from "./table-row.tsx";
import { useColumns } from "./use-columns.ts";
import { useRowKeys } from "./use-row-keys.ts";

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
  /** How the reader likes the columns. Without it the content decides about widths. */
  layout?: TableLayout;
  onLayoutChange?: (layout: TableLayout) => void;
  selection?: TableSelection;
  /** Instead of rows when there are none. */
  empty?: ReactNode;
  /** "page": from 1024 px on the table scrolls by itself, with room for a list’s controls and pages; "none": the page scrolls. */
  scroll?: "page" | "none";
  /** j, k and x move and choose. One table per page. */
  keys?: boolean;
  className?: string;
};

/** Rows in the order that the server gave them. It neither sorts nor filters. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, rowId, rowHref, layout, onLayoutChange, selection, empty } = props;
  const { scroll = "page" } = props;
  const path = usePathname();
  const query = useSearchParams();
  const pending = useTablePending();
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body, props.keys ?? false);
  const columns = useColumns(props.columns, layout);
  const cellClasses = columns.map(cellClass);

  if (rows.length === 0 && empty) {
    return (
      <div className={cn("rounded-lg border border-line bg-surface", props.className)}>{empty}</div>
    );
  }

  const sort = parseSort(props.sort === undefined ? query.get("sort") : props.sort);
  const sortHref = props.sortHref ?? ((next) => searchHref(path, query.toString(), { sort: next }));
  const hasLead = selection !== undefined;
  const hasFiller = layout !== undefined && isExact(layout);
  return (
    <section
      aria-label={label}
      aria-busy={pending}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the arrow keys
      tabIndex={0}
      className={cn(
        "relative overflow-x-auto rounded-lg border border-line bg-surface transition-opacity duration-150 focus-visible:outline-offset-0",
        scroll === "page" && "lg:max-h-[max(24rem,calc(100dvh-13.875rem))] lg:overflow-y-auto",
        pending && "opacity-60",
        props.className,
      )}
    >
      <table
        aria-label={label}
        data-density={layout?.density}
        style={layout && tableStyle(columns, hasLead)}
        className={cn(
          "w-full border-separate border-spacing-0 text-left text-sm",
          layout && "md:min-w-(--table-width) md:table-fixed",
        )}
      >
        <thead className="sticky top-0 z-10">
          <tr>
            {selection && (
              <th
                scope="col"
                className={cn(
                  "h-9 w-10 border-line border-b bg-sunken pl-4",
                  layout && layout.pinned.length > 0 && "md:sticky md:left-0 md:z-10",
                )}
              >
                <SelectAll ids={rows.map(rowId)} selection={selection} />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell
                key={column.id}
                column={column}
                sort={sort}
                sortHref={sortHref}
                hasLead={hasLead}
                layout={layout}
                onLayoutChange={onLayoutChange}
              />
            ))}
            {hasFiller && <td className="border-line border-b bg-sunken max-md:hidden" />}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => {
            const id = rowId(row);
            return (
              <TableRow
                key={id}
                row={row}
                columns={columns}
                cellClasses={cellClasses}
                href={rowHref?.(row) ?? null}
                selected={selection?.isSelected(id) ?? false}
                lead={selection && <SelectRow id={id} selection={selection} />}
                hasFiller={hasFiller}
              />
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
