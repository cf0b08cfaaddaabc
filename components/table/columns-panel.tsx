"use client";

import { SlidersHorizontal } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { ColumnName } from "./column.ts";
import { ColumnsList } from "./columns-list.tsx";
import { DensityChoice } from "./density-choice.tsx";
import { useTableLayout } from "./table-layout-provider.tsx";

/** Chooses, orders and pins the columns of a list, and how dense it is. */
export function ColumnsPanel({ columns }: { columns: readonly ColumnName[] }) {
  const { layout, change, plain } = useTableLayout();
  return (
    <Popover
      align="end"
      label="Columns"
      className="w-72 p-0"
      trigger={
        <Button icon={<SlidersHorizontal aria-hidden="true" />}>
          <span className="max-sm:sr-only">Columns</span>
        </Button>
      }
    >
      <ColumnsList columns={columns} layout={layout} onChange={change} />
      <div className="flex items-center justify-between gap-3 border-line border-t px-3 py-2">
        <DensityChoice
          value={layout.density}
          onChange={(density) => change({ ...layout, density })}
        />
        <Button variant="ghost" size="sm" onClick={() => change(plain)}>
          Reset
        </Button>
      </div>
    </Popover>
  );
}
