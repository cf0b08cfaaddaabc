import { formatInstant } from "#lib/format.ts";
import type { TimelineItem } from "#lib/visitors/timeline-item.ts";
import { clockTime } from "./day-words.ts";
import { EntryBody } from "./entry-body.tsx";
import { EntryIcon } from "./entry-icon.tsx";

type TimelineEntryProps = {
  item: TimelineItem;
  zone: string;
  /** The longest time on a page nearby, which fills the bar. */
  longest: number;
};

/** One line of the timeline: when, what, and how long. */
export function TimelineEntry({ item, zone, longest }: TimelineEntryProps) {
  return (
    <div className="flex min-h-9 items-start gap-3 py-2">
      <EntryIcon kind={item.kind} />
      <div className="min-w-0 flex-1 text-sm leading-5">
        <EntryBody item={item} longest={longest} />
      </div>
      <time
        dateTime={item.at}
        title={formatInstant(item.at, zone)}
        className="w-9 shrink-0 text-right text-ink-faint text-xs leading-5"
      >
        {clockTime(item.at, zone)}
      </time>
    </div>
  );
}
