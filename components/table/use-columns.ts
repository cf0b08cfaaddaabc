"use client";

import { useMemo } from "react";
import type { Column } from "./column.ts";
import { orderedIds, PLAIN_LAYOUT, type TableLayout } from "./table-layout.ts";

const DEFAULT_SIZE = 128;

/** A column where it stands. */
export type PlacedColumn<Row> = Column<Row> & {
  /** Pixels; null: the content decides (a table without a layout). */
  px: number | null;
  /** Pixels from the left edge of the first column; null when it is not pinned. */
  left: number | null;
  isLastPinned: boolean;
};

/** The columns to be drawn, in order. Without a layout: all, as they come. */
export function useColumns<Row>(
  columns: readonly Column<Row>[],
  layout: TableLayout | undefined,
): PlacedColumn<Row>[] {
  return useMemo(() => placeColumns(columns, layout), [columns, layout]);
}

/** Where each column stands: pinned ones first, each as far from the edge as those before it are wide. */
export function placeColumns<Row>(
  columns: readonly Column<Row>[],
  layout: TableLayout | undefined,
): PlacedColumn<Row>[] {
  const { hidden, pinned, widths } = layout ?? PLAIN_LAYOUT;
  const byId = new Map(columns.map((column) => [column.id, column]));
  const shown = orderedIds([...byId.keys()], layout ?? PLAIN_LAYOUT).flatMap((id) => {
    const column = hidden.includes(id) ? undefined : byId.get(id);
    return column ? [column] : [];
  });
  let edge = 0;
  return shown.map((column, at) => {
    const px = widths[column.id] ?? column.size ?? DEFAULT_SIZE;
    const isPinned = pinned.includes(column.id);
    const next = shown[at + 1];
    const left = isPinned ? edge : null;
    edge += px;
    return {
      ...column,
      px: layout ? px : null,
      left,
      isLastPinned: isPinned && !(next && pinned.includes(next.id)),
    };
  });
}
