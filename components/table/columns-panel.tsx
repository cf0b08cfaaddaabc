"use client";

import { SlidersHorizontal } from "lucide-react";
import { lazy, Suspense } from "react";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { ColumnName } from "./column.ts";

const load = () => import("./columns-choice.tsx");
const ColumnsChoice = lazy(() => load().then((module) => ({ default: module.ColumnsChoice })));

/** Chooses, orders and pins the columns of a list, and how dense it is. */
export function ColumnsPanel({ columns }: { columns: readonly ColumnName[] }) {
  return (
    <Popover
      align="end"
      label="Columns"
      className="w-72 p-0"
      trigger={
        <Button
          icon={<SlidersHorizontal aria-hidden="true" />}
          onPointerEnter={load}
          onFocus={load}
        >
          <span className="max-sm:sr-only">Columns</span>
        </Button>
      }
    >
      <Suspense fallback={<div className="h-64" />}>
        <ColumnsChoice columns={columns} />
      </Suspense>
    </Popover>
  );
}
