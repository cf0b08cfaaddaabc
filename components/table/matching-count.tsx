"use client";

import { type ReactNode, Suspense, use } from "react";
import { Button } from "#components/ui/button.tsx";
import { formatNumber } from "#lib/format.ts";
import type { Selection } from "./use-selection.ts";

/** How many rows match; `isCapped` when there are more than `count`. */
export type Matching = { count: number; isCapped: boolean };

type MatchingCountProps = {
  matching: Promise<Matching>;
  /** Nothing is shown unless more than this match. */
  moreThan?: number;
  children: (count: string) => ReactNode;
};

/** "1,234" or "10,000+" in words of its own, once it is known. */
export function MatchingCount(props: MatchingCountProps) {
  return (
    <Suspense>
      <Counted {...props} />
    </Suspense>
  );
}

function Counted({ matching, moreThan = -1, children }: MatchingCountProps) {
  const { count, isCapped } = use(matching);
  if (count <= moreThan && !isCapped) return null;
  return children(`${formatNumber(count)}${isCapped ? "+" : ""}`);
}

type SelectMatchingProps = {
  /** Ids of the rows shown. */
  page: readonly string[];
  selection: Selection;
  matching: Promise<Matching>;
};

/** Once the page is chosen: the way to all that match, on whatever page. */
export function SelectMatching({ page, selection, matching }: SelectMatchingProps) {
  if (selection.isAll || !page.every(selection.isSelected)) return null;
  return (
    <MatchingCount matching={matching} moreThan={selection.ids.size}>
      {(count) => (
        <Button size="sm" variant="ghost" onClick={selection.selectAll}>
          Select all {count} that match
        </Button>
      )}
    </MatchingCount>
  );
}
