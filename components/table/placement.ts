import type { CSSProperties } from "react";
import { cn } from "#components/ui/cn.ts";
import type { TableLayout } from "./table-layout.ts";
import type { PlacedColumn } from "./use-columns.ts";

/** The width of the column of check boxes. */
const LEAD_PX = 40;

/**
 * True when columns have the very widths that the reader gave them, and what is left of the page stays
 * empty; else they share it. A pinned column needs that too: those behind it are placed by its width.
 */
export function isExact(layout: TableLayout): boolean {
  return Object.keys(layout.widths).length > 0 || layout.pinned.length > 0;
}

/** Lengths that the classes of the table read, so that they hold from 768 px on only. */
export function tableStyle<Row>(
  columns: readonly PlacedColumn<Row>[],
  hasLead: boolean,
): CSSProperties {
  const width = columns.reduce((sum, { px }) => sum + (px ?? 0), hasLead ? LEAD_PX : 0);
  return lengths({ "--table-width": width });
}

/** Width and place of a head or a cell. */
export function cellStyle<Row>(
  { px, left, width: length }: PlacedColumn<Row>,
  hasLead: boolean,
): CSSProperties | undefined {
  if (px === null) return length ? lengths({ "--cell-width": length }) : undefined;
  const width = { "--cell-width": px };
  if (left === null) return lengths(width);
  return lengths({ ...width, "--cell-left": left + (hasLead ? LEAD_PX : 0) });
}

/** The classes of a pinned cell. */
export function pinClass<Row>({ left, isLastPinned }: PlacedColumn<Row>): string | false {
  if (left === null) return false;
  return isLastPinned
    ? "md:sticky md:left-(--cell-left) md:z-[1] md:border-r"
    : "md:sticky md:left-(--cell-left) md:z-[1]";
}

/** The classes of the cells of the column that is the `index`-th. */
export function cellClass<Row>(column: PlacedColumn<Row>, index: number): string {
  const isSized = column.px !== null || column.width;
  return cn(
    "list-cell whitespace-nowrap",
    isSized && "truncate",
    column.px === null && column.width && "md:w-(--cell-width) md:max-w-(--cell-width)",
    // On a phone the first column takes what the others leave.
    index === 0 && isSized && "max-md:w-full max-md:min-w-36 max-md:max-w-0",
    column.left !== null && "md:bg-inherit",
    pinClass(column),
    column.align === "right" && "text-right",
    column.wideOnly && "max-md:hidden",
  );
}

// React's type of a style does not know of custom properties.
function lengths(of: Record<string, number | string>): CSSProperties {
  return Object.fromEntries(
    Object.entries(of).map(([name, value]) => [
      name,
      typeof value === "number" ? `${value}px` : value,
    ]),
  );
}
