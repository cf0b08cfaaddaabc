import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import { cellStyle, pinClass } from "./placement.ts";
import { ResizeHandle } from "./resize-handle.tsx";
import { nextSort, type Sort } from "./sort.ts";
import type { TableLayout } from "./table-layout.ts";
import type { PlacedColumn } from "./use-columns.ts";

type HeadCellProps<Row> = {
  column: PlacedColumn<Row>;
  sort: Sort | null;
  sortHref: (sort: string) => string;
  hasLead: boolean;
  layout: TableLayout | undefined;
  onLayoutChange: ((layout: TableLayout) => void) | undefined;
};

export function HeadCell<Row>(props: HeadCellProps<Row>) {
  const { column, sort, sortHref, hasLead, layout, onLayoutChange } = props;
  const active = column.sortKey !== undefined && sort?.key === column.sortKey;
  const Arrow = !active ? ChevronsUpDown : sort?.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      data-column={column.id}
      aria-sort={active ? (sort?.descending ? "descending" : "ascending") : undefined}
      style={cellStyle(column, hasLead)}
      className={cn(
        "h-9 whitespace-nowrap border-line border-b bg-sunken px-3 font-medium text-ink-muted text-xs first:pl-4 last:pr-4",
        column.px !== null && "relative",
        (column.px !== null || column.width) && "md:w-(--cell-width)",
        pinClass(column),
        column.left !== null && "md:z-10",
        column.align === "right" && "text-right",
        column.wideOnly && "max-md:hidden",
      )}
    >
      {column.sortKey === undefined ? (
        <span className={column.px === null ? undefined : "block truncate"}>{column.header}</span>
      ) : (
        <Link
          href={sortHref(nextSort(sort, column.sortKey, column.sortDescending))}
          scroll={false}
          className={cn(
            "group relative -mx-1.5 inline-flex h-6 max-w-[calc(100%+0.75rem)] items-center gap-1 rounded-sm px-1.5 hover:bg-hover hover:text-ink focus-visible:outline-offset-0",
            column.align === "right" && "flex-row-reverse",
            active && "text-ink",
          )}
        >
          <span className="md:truncate">{column.header}</span>
          <Arrow
            aria-hidden="true"
            className={cn(
              "size-3 shrink-0",
              // Over the margin beside the word, so that it takes no room from it.
              !active &&
                "absolute opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100",
              !active && (column.align === "right" ? "right-full" : "left-full"),
            )}
          />
        </Link>
      )}
      {layout && onLayoutChange && (
        <ResizeHandle column={column} layout={layout} onLayoutChange={onLayoutChange} />
      )}
    </th>
  );
}
