import { History } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { groupTimeline } from "#components/visitors/timeline/group-timeline.ts";
import { Timeline } from "#components/visitors/timeline/timeline.tsx";
import { listTimeline, timelineCursorAt } from "#lib/visitors/list-timeline.ts";
import type { TimelineKind } from "#lib/visitors/timeline-item.ts";
import { readSessions } from "./read-sessions.ts";

const LIMIT = 60;

interface Props {
  workspaceId: string;
  visitorId: string;
  /** The path of the page. */
  path: string;
  kind: TimelineKind | undefined;
  cursor: string | undefined;
  /** The instant that the page begins with, where no cursor says more exactly. */
  at: string | undefined;
}

/** One page of what the visitor did, with the way to what came before. */
export async function TimelineSection({ workspaceId, visitorId, path, ...state }: Props) {
  const { kind } = state;
  const cursor = state.cursor ?? (state.at && timelineCursorAt(state.at));
  const page = await listTimeline(workspaceId, visitorId, { limit: LIMIT, cursor, kind });
  const blocks = groupTimeline(page.rows);
  const sids = blocks.flatMap((block) => (block.kind === "session" ? block.sid : []));
  const sessions = await readSessions(workspaceId, sids);
  if (blocks.length === 0) {
    return (
      <EmptyState
        compact
        icon={<History />}
        title={kind ? "Nothing of this kind" : "Nothing has been reported yet"}
        text={
          kind ? "Choose “Everything” to see the rest." : "Page views arrive when a session ends."
        }
        className="rounded-lg border border-line"
      />
    );
  }
  const hrefOf = (search: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...(kind && { kind }), ...search })}#timeline`;
  const olderHref = page.nextCursor && hrefOf({ cursor: page.nextCursor });
  return (
    <>
      <Timeline blocks={blocks} sessions={sessions} kind={kind ?? null} />
      {(cursor || olderHref) && (
        <nav aria-label="Timeline pages" className="mt-4 flex justify-center gap-2">
          {cursor && (
            <LinkButton href={hrefOf({})} size="sm">
              Newest
            </LinkButton>
          )}
          {olderHref && (
            <LinkButton href={olderHref} size="sm">
              Load older
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}
