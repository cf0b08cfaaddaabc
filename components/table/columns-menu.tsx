"use client";

import { Columns3 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Menu } from "#components/ui/menu.tsx";

export type ColumnsMenuProps = {
  columns: readonly { id: string; header: string; hideable?: boolean }[];
  hidden: readonly string[];
  onChange: (hidden: string[]) => void;
};

/** Chooses the columns that are shown; the caller keeps the choice. */
export function ColumnsMenu({ columns, hidden, onChange }: ColumnsMenuProps) {
  return (
    <Menu
      align="end"
      trigger={<Button icon={<Columns3 aria-hidden="true" />}>Columns</Button>}
      groups={[
        {
          items: columns
            .filter((column) => column.hideable !== false)
            .map((column) => ({
              label: column.header,
              checked: !hidden.includes(column.id),
              onCheckedChange: (shown) =>
                onChange(shown ? hidden.filter((id) => id !== column.id) : [...hidden, column.id]),
            })),
        },
      ]}
    />
  );
}
