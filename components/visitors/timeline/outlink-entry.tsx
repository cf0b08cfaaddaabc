import type { TimelineItem } from "#lib/visitors/timeline-item.ts";

/** A link that led away from the site. Only http(s) becomes a link of ours: the text is a sender's. */
export function OutlinkEntry({ item }: { item: Extract<TimelineItem, { kind: "outlink" }> }) {
  const { outlink } = item;
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <span className="text-ink">Outlink</span>
      {/^https?:\/\//i.test(outlink) ? (
        <a
          href={outlink}
          target="_blank"
          rel="noopener noreferrer external"
          className="min-w-0 break-all rounded-sm text-accent-text hover:underline"
        >
          {outlink}
        </a>
      ) : (
        <span className="min-w-0 break-all text-ink-muted">{outlink}</span>
      )}
    </div>
  );
}
