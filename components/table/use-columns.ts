"use client";

import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { Column } from "./column.ts";
import { orderedIds, PLAIN_LAYOUT, type TableLayout } from "./table-layout.ts";

const features = tableFeatures({
  columnVisibilityFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
});

const DEFAULT_SIZE = 128;

/** A column where it stands. */
export type PlacedColumn<Row> = Column<Row> & {
  /** Pixels; null: the content decides (a table without a layout). */
  px: number | null;
  /** Pixels from the left edge of the first column; null when it is not pinned. */
  left: number | null;
  isLastPinned: boolean;
};

/** The columns to be drawn, in order, and the rows. Without a layout: all, as they come. */
export function useColumns<Row extends object>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  rowId: (row: Row) => string,
  layout: TableLayout | undefined,
) {
  const definitions = useMemo(
    () => columns.map(({ id, header, size = DEFAULT_SIZE }) => ({ id, header, size, minSize: 0 })),
    [columns],
  );
  const state = useMemo(() => stateOf(columns, layout ?? PLAIN_LAYOUT), [columns, layout]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    state,
  });
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const leaves = table.getVisibleLeafColumns();
  const placed = leaves.flatMap((leaf, at): PlacedColumn<Row>[] => {
    const column = byId.get(leaf.id);
    if (!column) return [];
    const isPinned = leaf.getIsPinned() === "start";
    return [
      {
        ...column,
        px: layout ? leaf.getSize() : null,
        left: isPinned ? leaf.getStart("start") : null,
        isLastPinned: isPinned && leaves[at + 1]?.getIsPinned() !== "start",
      },
    ];
  });
  return { columns: placed, rows: table.getRowModel().rows };
}

function stateOf(columns: readonly { id: string }[], layout: TableLayout) {
  const ids = columns.map(({ id }) => id);
  const order = orderedIds(ids, layout);
  return {
    columnVisibility: Object.fromEntries(layout.hidden.map((id) => [id, false])),
    columnOrder: order,
    columnPinning: { start: order.filter((id) => layout.pinned.includes(id)), end: [] },
    columnSizing: { ...layout.widths },
  };
}
