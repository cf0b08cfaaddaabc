import type { Dates } from "#lib/attribution/comparison.ts";
import { DIMENSIONS } from "#lib/attribution/dimensions.ts";
import { MOST_ROWS } from "#lib/attribution/first-rows.ts";
import type { RowDimensions } from "#lib/attribution/row-key.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";

/** What both views of the report are given. */
export interface SectionProps {
  workspace: { id: string; slug: string };
  query: AttributionQuery;
  /** The earlier period beside it. */
  compared: Dates | null;
  /** The page's path. */
  path: string;
  /** This report with some parameters changed. */
  linkTo: (changes: Record<string, string | null>) => string;
  /** Many rows instead of the first ones. */
  showsAll: boolean;
  /** Null for those who may not set one up. */
  webhooksHref: string | null;
}

/** "Channel", or "Channel × Campaign". */
export function dimensionWords({ dimension, secondDimension }: RowDimensions): string {
  const first = DIMENSIONS[dimension].label;
  return secondDimension ? `${first} × ${DIMENSIONS[secondDimension].label}` : first;
}

const FIRST_ROWS = 100;

/** How many rows to draw, and where the others are. */
export function rowsOf({ showsAll, linkTo }: SectionProps) {
  return showsAll
    ? { limit: MOST_ROWS, showAllHref: null }
    : { limit: FIRST_ROWS, showAllHref: linkTo({ rows: "all" }) };
}
