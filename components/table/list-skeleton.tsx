"use client";

import type { ColumnName } from "./column.ts";
import { orderedIds } from "./table-layout.ts";
import { useTableLayout } from "./table-layout-provider.tsx";
import { TableSkeleton } from "./table-skeleton.tsx";

/** Stands for a list in the layout of its reader. */
export function ListSkeleton({ columns }: { columns: readonly ColumnName[] }) {
  const { layout } = useTableLayout();
  const ids = columns.map(({ id }) => id);
  const shown = orderedIds(ids, layout).filter((id) => !layout.hidden.includes(id));
  const heads = shown.flatMap((id) => columns.find((column) => column.id === id)?.header ?? []);
  return <TableSkeleton columns={heads} rows={12} />;
}
