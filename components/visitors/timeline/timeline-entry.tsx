import { Link } from "#components/ui/link.tsx";
import { formatInstant } from "#lib/format.ts";
import type { TimelineItem } from "#lib/visitors/timeline-item.ts";
import { clockTime } from "./day-words.ts";
import { entryAnchor, entryHref } from "./entry-anchor.ts";
import { EntryBody } from "./entry-body.tsx";
import { EntryIcon } from "./entry-icon.tsx";

type TimelineEntryProps = {
  item: TimelineItem;
  zone: string;
  /** The longest time on a page nearby, which fills the bar. */
  longest: number;
  /** The kind that the timeline is narrowed to. */
  kind: string | null;
};

/** One line of the timeline: when, what, and how long. */
export function TimelineEntry({ item, zone, longest, kind }: TimelineEntryProps) {
  return (
    <div
      id={entryAnchor(item)}
      className="-mx-2 flex min-h-9 scroll-mt-20 items-start gap-3 rounded-md px-2 py-2 target:bg-selected"
    >
      <EntryIcon kind={item.kind} />
      <div className="min-w-0 flex-1 text-sm leading-5">
        <EntryBody item={item} longest={longest} />
      </div>
      <Link
        href={entryHref(item, kind)}
        title={`${formatInstant(item.at, zone)}: link to this entry`}
        className="w-9 shrink-0 rounded-sm text-right text-ink-faint text-xs leading-5 hover:text-ink hover:underline"
      >
        <time dateTime={item.at}>{clockTime(item.at, zone)}</time>
      </Link>
    </div>
  );
}
