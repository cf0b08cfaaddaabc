"use client";

import { Download } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { lazy, Suspense, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { ColumnName } from "./column.ts";
import { filterQuery } from "./filter-query.ts";
import { orderedIds } from "./table-layout.ts";
import { useTableLayout } from "./table-layout-provider.tsx";
import { useShortcut } from "./use-shortcut.ts";

const ExportDialog = lazy(() =>
  import("./export-dialog.tsx").then((module) => ({ default: module.ExportDialog })),
);

type ExportButtonProps = {
  action: string;
  noun: string;
  columns: readonly ColumnName[];
  hasEmails?: boolean;
};

/** Exports all that match; also with the key e. */
export function ExportButton({ action, noun, columns, hasEmails }: ExportButtonProps) {
  const [open, setOpen] = useState(false);
  const query = filterQuery(useSearchParams().toString());
  const ids = columns.map(({ id }) => id);
  const shown = useShownColumns(ids);
  useShortcut("e", () => setOpen(true));
  return (
    <>
      <Tooltip
        content={
          <span className="flex items-center gap-2">
            Export as CSV <Kbd>E</Kbd>
          </span>
        }
      >
        <Button
          icon={<Download aria-hidden="true" />}
          aria-keyshortcuts="e"
          onClick={() => setOpen(true)}
        >
          <span className="max-sm:sr-only">Export</span>
        </Button>
      </Tooltip>
      {open && (
        <Suspense>
          <ExportDialog
            onClose={() => setOpen(false)}
            action={action}
            noun={noun}
            target={{ query }}
            columns={shown}
            allColumns={ids}
            hasEmails={hasEmails}
          />
        </Suspense>
      )}
    </>
  );
}

/** Ids of the columns that the reader has before them, in their order. */
export function useShownColumns(ids: readonly string[]): string[] {
  const { layout } = useTableLayout();
  return orderedIds(ids, layout).filter((id) => !layout.hidden.includes(id));
}
