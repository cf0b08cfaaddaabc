import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { cn } from "#components/ui/cn.ts";
import type { Column } from "./column.ts";
import { nextSort, type Sort } from "./sort.ts";

type HeadCellProps<Row> = {
  column: Column<Row>;
  sort: Sort | null;
  sortHref: (sort: string) => string;
};

export function HeadCell<Row>({ column, sort, sortHref }: HeadCellProps<Row>) {
  const active = column.sortKey !== undefined && sort?.key === column.sortKey;
  const Arrow = !active ? ChevronsUpDown : sort?.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={active ? (sort?.descending ? "descending" : "ascending") : undefined}
      style={{ width: column.width }}
      className={cn(
        "h-9 whitespace-nowrap border-line border-b bg-sunken px-3 font-medium text-ink-muted text-xs first:pl-4 last:pr-4",
        column.align === "right" && "text-right",
        column.wideOnly && "max-md:hidden",
      )}
    >
      {column.sortKey === undefined ? (
        column.header
      ) : (
        <Link
          href={sortHref(nextSort(sort, column.sortKey, column.sortDescending))}
          scroll={false}
          className={cn(
            "group -mx-1.5 inline-flex h-6 items-center gap-1 rounded-sm px-1.5 hover:bg-hover hover:text-ink focus-visible:outline-offset-0",
            column.align === "right" && "flex-row-reverse",
            active && "text-ink",
          )}
        >
          {column.header}
          <Arrow
            aria-hidden="true"
            className={cn(
              "size-3",
              !active && "opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100",
            )}
          />
        </Link>
      )}
    </th>
  );
}
