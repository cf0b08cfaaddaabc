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
  /** What a cut-off cell says on hover. */
  title?: (row: Row) => string | null | undefined;
  /** The word for this column in the URL's `sort`; without it the column cannot be sorted. */
  sortKey?: string;
  /** The first click sorts downwards (numbers, dates). */
  sortDescending?: boolean;
  /** false: the menu of columns does not offer to hide it. */
  hideable?: boolean;
  /** Left out below 768 px. */
  wideOnly?: boolean;
};
