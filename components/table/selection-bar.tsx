"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { formatNumber } from "#lib/format.ts";
import { type Matching, MatchingCount } from "./matching-count.tsx";
import type { Selection } from "./use-selection.ts";

export type SelectionBarProps = {
  selection: Selection;
  /** How many rows match, where all of them can be chosen. */
  matching?: Promise<Matching>;
  /** Instead of the number: how far something is. */
  words?: string | null;
  /** What can be done with the chosen rows. */
  children: ReactNode;
};

/** Floats over the bottom of the page while rows are chosen. */
export function SelectionBar({ selection, matching, words, children }: SelectionBarProps) {
  if (!selection.isAll && selection.ids.size === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label="Selected rows"
      className="popup fixed bottom-4 left-1/2 z-30 flex w-max max-w-[calc(100vw-1rem)] -translate-x-1/2 flex-wrap items-center gap-x-2 gap-y-1 p-1.5"
    >
      <IconButton label="Clear the selection" icon={<X />} size="sm" onClick={selection.clear} />
      <span role="status" className="-ml-1 whitespace-nowrap pr-1 font-medium text-sm">
        {words ??
          (selection.isAll && matching ? (
            <MatchingCount matching={matching}>{(count) => `All ${count} selected`}</MatchingCount>
          ) : (
            `${formatNumber(selection.ids.size)} selected`
          ))}
      </span>
      <span className="h-4 w-px bg-line max-sm:hidden" />
      {children}
    </div>
  );
}
