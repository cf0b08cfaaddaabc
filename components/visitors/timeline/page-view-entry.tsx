import type { TimelineItem } from "#lib/visitors/timeline-item.ts";
import { formatDwell } from "./format-dwell.ts";

type PageViewEntryProps = {
  item: Extract<TimelineItem, { kind: "pageview" }>;
  longest: number;
};

/** A page, its path, and the time on it: in words, and as a bar beside the other pages of the visit. */
export function PageViewEntry({ item, longest }: PageViewEntryProps) {
  const { title, path, url, dwellMs } = item;
  const share = dwellMs !== null && longest > 0 ? dwellMs / longest : 0;
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1 sm:flex sm:items-baseline sm:gap-2">
        <span title={title ?? url} className="block min-w-0 truncate text-ink">
          {title ?? path}
        </span>
        {title && (
          <span
            title={url}
            className="block min-w-0 shrink-[3] truncate text-ink-muted text-xs leading-5"
          >
            {path}
          </span>
        )}
      </div>
      <span className="flex h-5 shrink-0 items-center gap-2.5">
        <span aria-hidden="true" className="hidden h-1.5 w-20 justify-end md:flex">
          <span
            style={{ width: `${share * 100}%` }}
            className="block h-full min-w-px rounded-full bg-accent opacity-60"
          />
        </span>
        <span
          title="Time on page"
          className="min-w-16 text-right font-medium text-ink text-xs leading-5"
        >
          {formatDwell(dwellMs)}
        </span>
      </span>
    </div>
  );
}
