import type { ReactNode } from "react";

/** One column of a DataTable. Put the array at module scope of a client component's file. */
export type Column<Row> = {
  id: string;
  /** In the head, in the menu of columns and for screen readers. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  align?: "left" | "right";
  /** A CSS length; longer content is cut off with an ellipsis. Without it the content decides. */
  width?: string;
  /** Pixels, in a table with a layout, until the reader makes it wider or narrower. */
  size?: number;
  /** What a cut-off cell says on hover. */
  title?: (row: Row) => string | null | undefined;
  /** The word for this column in the URL's `sort`; without it the column cannot be sorted. */
  sortKey?: string;
  /** The first click sorts downwards (numbers, dates). */
  sortDescending?: boolean;
  /** false: it cannot be hidden. */
  hideable?: boolean;
  /** Left out below 768 px. */
  wideOnly?: boolean;
};

/** A column as the choice of columns shows it. */
export type ColumnName = { id: string; header: string; hideable?: boolean };
