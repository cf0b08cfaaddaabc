"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { formatNumber } from "#lib/format.ts";

export type SelectionBarProps = {
  count: number;
  /** Instead of the number: "All 1,234 selected". */
  words?: ReactNode;
  onClear: () => void;
  /** What can be done with the chosen rows. */
  children: ReactNode;
};

/** Floats over the bottom of the page while rows are chosen. */
export function SelectionBar({ count, words, onClear, children }: SelectionBarProps) {
  if (count === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label="Selected rows"
      className="popup fixed bottom-4 left-1/2 z-30 flex max-w-[calc(100vw-1rem)] -translate-x-1/2 flex-wrap items-center gap-x-2 gap-y-1 p-1.5 pl-3"
    >
      <span role="status" className="whitespace-nowrap font-medium text-sm">
        {words ?? `${formatNumber(count)} selected`}
      </span>
      <span className="h-4 w-px bg-line max-sm:hidden" />
      {children}
      <IconButton label="Clear the selection" icon={<X />} size="sm" onClick={onClear} />
    </div>
  );
}
