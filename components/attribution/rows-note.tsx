import { Link } from "#components/ui/link.tsx";
import type { DimensionName } from "#lib/attribution/dimensions.ts";
import { formatNumber } from "#lib/format.ts";
import { nullKeyNote } from "./words.ts";

type RowsNoteProps = {
  dimension: DimensionName;
  /** The dimension in lower case. */
  word: string;
  hasNull: boolean;
  /** Where the rows that were left out are; null when none was, or no more can be shown. */
  showAllHref: string | null;
  count: number;
};

/** Below a table: what the row without a key holds, and the way to the rows that were left out. */
export function RowsNote({ dimension, word, hasNull, showAllHref, count }: RowsNoteProps) {
  if (!hasNull && showAllHref === null) return null;
  return (
    <footer className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-line border-t px-4 py-2.5 text-ink-muted text-xs">
      {hasNull && <span>{nullKeyNote(dimension, word)}</span>}
      {showAllHref !== null && (
        <Link
          href={showAllHref}
          scroll={false}
          className="hit-area text-accent-text hover:underline"
        >
          Show all {formatNumber(count)} rows
        </Link>
      )}
    </footer>
  );
}
