"use client";

import { useNow } from "#components/ui/use-now.ts";
import { useZone } from "#components/ui/viewer-zone.tsx";
import { dayOf } from "#lib/format.ts";
import { dayWords } from "./day-words.ts";
import type { TimelineBlock } from "./group-timeline.ts";
import { SessionBlock } from "./session-block.tsx";
import type { SessionBrief } from "./session-brief.ts";
import { TimelineEntry } from "./timeline-entry.tsx";

export type TimelineProps = {
  blocks: readonly TimelineBlock[];
  /** By session id. */
  sessions: Readonly<Record<string, SessionBrief>>;
  /** The kind that is shown alone; null for everything. */
  kind: string | null;
};

/** What a visitor did, newest first: by the days of the viewer's zone, within them by session. */
export function Timeline({ blocks, sessions, kind }: TimelineProps) {
  const now = useNow();
  const zone = useZone();
  return (
    <ol className="flex flex-col gap-6">
      {daysOf(blocks, zone).map(({ day, at, blocks: ofDay }) => (
        <li key={day}>
          <h3 className="mb-2 font-medium text-ink-muted text-xs">{dayWords(at, zone, now)}</h3>
          <ol className="flex flex-col gap-3">
            {ofDay.map((block) =>
              block.kind === "session" ? (
                <li key={block.sid}>
                  <SessionBlock
                    block={block}
                    session={sessions[block.sid] ?? null}
                    zone={zone}
                    kind={kind}
                  />
                </li>
              ) : (
                <li
                  key={`${block.item.kind} ${block.at} ${keyOf(block.item)}`}
                  className="rounded-lg border border-line px-3 sm:px-4"
                >
                  <TimelineEntry item={block.item} zone={zone} longest={0} kind={kind} />
                </li>
              ),
            )}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function keyOf(item: object): string {
  if ("eventId" in item && "email" in item) return `${item.eventId} ${item.email}`;
  return "eventId" in item ? String(item.eventId) : "";
}

/** Sessions can overlap midnight in any order, so a day may return: it is one all the same. */
function daysOf(blocks: readonly TimelineBlock[], zone: string) {
  const days = new Map<string, { day: string; at: string; blocks: TimelineBlock[] }>();
  for (const block of blocks) {
    const day = dayOf(block.at, zone);
    const known = days.get(day);
    if (known) known.blocks.push(block);
    else days.set(day, { day, at: block.at, blocks: [block] });
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? 1 : -1));
}
