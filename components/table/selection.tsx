"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";

export type TableSelection = {
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
};

export function SelectAll({ ids, selection }: { ids: string[]; selection: TableSelection }) {
  const chosen = ids.filter((id) => selection.selected.has(id)).length;
  return (
    <Checkbox
      aria-label="Select all rows of this page"
      checked={chosen > 0 && chosen === ids.length}
      indeterminate={chosen > 0 && chosen < ids.length}
      onCheckedChange={(checked) => selection.onChange(new Set(checked ? ids : []))}
    />
  );
}

export function SelectRow({ id, selection }: { id: string; selection: TableSelection }) {
  return (
    <Checkbox
      aria-label="Select this row"
      checked={selection.selected.has(id)}
      onCheckedChange={(checked) => {
        const next = new Set(selection.selected);
        if (checked) next.add(id);
        else next.delete(id);
        selection.onChange(next);
      }}
    />
  );
}
