"use client";

import { useRef } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";

export type TableSelection = {
  isSelected: (id: string) => boolean;
  toggle: (id: string, isRange: boolean) => void;
  togglePage: (isChosen: boolean) => void;
};

type SelectAllProps = { ids: readonly string[]; selection: TableSelection };

export function SelectAll({ ids, selection }: SelectAllProps) {
  const chosen = ids.filter(selection.isSelected).length;
  return (
    <Checkbox
      aria-label="Select all rows of this page"
      checked={chosen > 0 && chosen === ids.length}
      indeterminate={chosen > 0 && chosen < ids.length}
      onCheckedChange={selection.togglePage}
    />
  );
}

/** With the shift key held, everything from the row chosen last to this one. */
export function SelectRow({ id, selection }: { id: string; selection: TableSelection }) {
  const isRange = useRef(false);
  return (
    <span
      className="flex select-none"
      onClickCapture={(event) => {
        isRange.current = event.shiftKey;
      }}
      onKeyDownCapture={(event) => {
        isRange.current = event.shiftKey;
      }}
    >
      <Checkbox
        aria-label="Select this row"
        checked={selection.isSelected(id)}
        onCheckedChange={() => selection.toggle(id, isRange.current)}
      />
    </span>
  );
}
