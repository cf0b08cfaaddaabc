"use client";

import { Button } from "#components/ui/button.tsx";
import type { ColumnName } from "./column.ts";
import { ColumnsList } from "./columns-list.tsx";
import { DensityChoice } from "./density-choice.tsx";
import { useTableLayout } from "./table-layout-provider.tsx";

/** What the panel of columns holds; loaded when its button is first meant. */
export function ColumnsChoice({ columns }: { columns: readonly ColumnName[] }) {
  const { layout, change, plain } = useTableLayout();
  return (
    <>
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
    </>
  );
}
