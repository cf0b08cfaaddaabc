import type { TimelineItem } from "#lib/visitors/timeline-item.ts";

/** What stands together on the timeline: all of one session, or one thing that belongs to none. */
export type TimelineBlock =
  | { kind: "session"; sid: string; at: string; items: TimelineItem[] }
  | { kind: "single"; at: string; item: TimelineItem };

/**
 * Groups a page of items, newest first, by session. A session stands where its newest item is; what
 * belongs to no session but happened in the middle of one (a validation) stands inside of it. The
 * start of a session is its head and no item of its own.
 */
export function groupTimeline(items: readonly TimelineItem[]): TimelineBlock[] {
  const lastIndex = new Map<string, number>();
  items.forEach((item, index) => {
    const sid = sidOf(item);
    if (sid) lastIndex.set(sid, index);
  });
  const blocks: TimelineBlock[] = [];
  const open = new Map<string, Extract<TimelineBlock, { kind: "session" }>>();
  items.forEach((item, index) => {
    const own = sidOf(item);
    const sid = own ?? around(open.keys(), lastIndex, index);
    if (!sid) {
      blocks.push({ kind: "single", at: item.at, item });
      return;
    }
    let block = open.get(sid);
    if (!block) {
      block = { kind: "session", sid, at: item.at, items: [] };
      open.set(sid, block);
      blocks.push(block);
    }
    // The time of a session is when it began, as far as this page knows.
    if (own) block.at = item.at;
    if (item.kind !== "session" && !isShownByOutlink(item, items)) block.items.push(item);
  });
  return blocks;
}

function sidOf(item: TimelineItem): string | null {
  return "sessionId" in item ? item.sessionId : null;
}

/** The session that began before an item and goes on after it. */
function around(open: Iterable<string>, last: Map<string, number>, index: number): string | null {
  for (const sid of open) if ((last.get(sid) ?? -1) > index) return sid;
  return null;
}

/** A signal that only reports an outlink is there twice: as itself and as the outlink. */
function isShownByOutlink(item: TimelineItem, items: readonly TimelineItem[]): boolean {
  if (item.kind !== "signal" || Object.keys(item.props ?? {}).length > 0) return false;
  return items.some(
    (other) =>
      other.kind === "outlink" &&
      other.at === item.at &&
      other.sessionId === item.sessionId &&
      other.url === item.url,
  );
}
