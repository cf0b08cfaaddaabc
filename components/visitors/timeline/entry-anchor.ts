import type { TimelineItem } from "#lib/visitors/timeline-item.ts";
import type { TimelineBlock } from "./group-timeline.ts";

/** The id of an entry on the page: the same in every page that has it. */
export function entryAnchor(item: TimelineItem): string {
  const key =
    "eventId" in item
      ? item.eventId
      : "sessionId" in item
        ? item.sessionId
        : "noteId" in item
          ? item.noteId
          : "";
  const email = "email" in item ? `-${item.email}` : "";
  return `${item.kind}-${Date.parse(item.at)}-${key ?? ""}${email}`.replace(/[^\w.@-]/g, "_");
}

/** A link to a page of the timeline that begins with the entry, wherever it is by then. */
export function entryHref(item: TimelineItem, kind: string | null): string {
  const search = new URLSearchParams({ ...(kind && { kind }), at: item.at });
  return `?${search}#${entryAnchor(item)}`;
}

/** The id of a session on the page. */
export function sessionAnchor(sid: string): string {
  return `session-${sid.replace(/[^\w.@-]/g, "_")}`;
}

/** A link to a page of the timeline that begins with the session's latest entry. */
export function sessionHref(
  block: Extract<TimelineBlock, { kind: "session" }>,
  kind: string | null,
): string {
  const search = new URLSearchParams({ ...(kind && { kind }), at: block.items[0]?.at ?? block.at });
  return `?${search}#${sessionAnchor(block.sid)}`;
}
