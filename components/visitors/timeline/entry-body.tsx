import { ValidityBadge } from "#components/visitors/validity-badge.tsx";
import type { TimelineItem } from "#lib/visitors/timeline-item.ts";
import { OutlinkEntry } from "./outlink-entry.tsx";
import { PageViewEntry } from "./page-view-entry.tsx";
import { SignalEntry } from "./signal-entry.tsx";

/** What one item of the timeline says. */
export function EntryBody({ item, longest }: { item: TimelineItem; longest: number }) {
  switch (item.kind) {
    case "pageview":
      return <PageViewEntry item={item} longest={longest} />;
    case "outlink":
      return <OutlinkEntry item={item} />;
    case "signal":
      return <SignalEntry item={item} />;
    case "validated":
      return <Validated item={item} />;
    case "resolved":
      return <Line text="Resolved" more="Recognised on the site" />;
    case "qualified":
      return <Line text="Qualified" more="Confirmed with professional data" />;
    case "enriched":
      return <Line text="Enriched" more="Full profile of the person and company" />;
    case "finalized":
      return <Line text="Session ended" />;
    case "session":
      return <Line text="Session started" more={item.landingPage} />;
    case "note":
      return <Note author={item.author.name} body={item.body} />;
    case "status":
      return <Line text={`Status: ${statusWords(item.status)}`} more={byline(item.by)} />;
    case "owner":
      return <Line text={`Owner: ${ownerWords(item.owner)}`} more={byline(item.by)} />;
  }
}

function Line({ text, more }: { text: string; more?: string | null }) {
  return (
    <>
      <span className="text-ink">{text}</span>
      {more && <span className="ml-2 text-ink-muted">{more}</span>}
    </>
  );
}

function Validated({ item }: { item: Extract<TimelineItem, { kind: "validated" }> }) {
  const error = item.error && [item.error.code, item.error.message].filter(Boolean).join(": ");
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="min-w-0 break-all text-ink">{item.email}</span>
      <ValidityBadge validity={item.validity} />
      {item.provider && <span className="text-ink-faint text-xs">by {item.provider}</span>}
      {error && <span className="text-ink-muted text-xs">{error}</span>}
    </div>
  );
}

function Note({ author, body }: { author: string | null; body: string }) {
  return (
    <>
      <span className="text-ink-muted">{author ?? "A former member"} noted</span>
      <p className="whitespace-pre-line break-words text-ink">{body}</p>
    </>
  );
}

/** "not_a_fit" is "Not a fit". */
function statusWords(status: string | null): string {
  const words = (status ?? "new").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function ownerWords(owner: { name: string | null } | null): string {
  return owner ? (owner.name ?? "a former member") : "nobody";
}

function byline(by: { name: string | null } | null): string | null {
  return by ? `by ${by.name ?? "a former member"}` : null;
}
