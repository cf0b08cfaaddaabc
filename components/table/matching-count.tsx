"use client";

import { type ReactNode, use } from "react";
import { formatNumber } from "#lib/format.ts";

/** How many rows match; `isCapped` when there are more than `count`. */
export type Matching = { count: number; isCapped: boolean };

type MatchingCountProps = {
  matching: Promise<Matching>;
  /** Nothing is shown unless more than this match. */
  moreThan?: number;
  children: (count: string) => ReactNode;
};

/** "1,234" or "10,000+" in words of its own, when it is known (put it under Suspense). */
export function MatchingCount({ matching, moreThan = -1, children }: MatchingCountProps) {
  const { count, isCapped } = use(matching);
  if (count <= moreThan && !isCapped) return null;
  return children(`${formatNumber(count)}${isCapped ? "+" : ""}`);
}
