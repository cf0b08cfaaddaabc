import { History } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { groupTimeline } from "#components/visitors/timeline/group-timeline.ts";
import { Timeline } from "#components/visitors/timeline/timeline.tsx";
import { listTimeline } from "#lib/visitors/list-timeline.ts";
import { readSession } from "./read-session.ts";

const LIMIT = 60;

interface Props {
  workspaceId: string;
  visitorId: string;
  /** The path of the page. */
  path: string;
  cursor: string | undefined;
}

/** One page of what the visitor did, with the way to what came before. */
export async function TimelineSection({ workspaceId, visitorId, path, cursor }: Props) {
  const page = await listTimeline(workspaceId, visitorId, { limit: LIMIT, cursor });
  const blocks = groupTimeline(page.rows);
  const sids = blocks.flatMap((block) => (block.kind === "session" ? block.sid : []));
  const found = await Promise.all(sids.map((sid) => readSession(workspaceId, sid)));
  const sessions = Object.fromEntries(found.flatMap((one) => (one ? [[one.sid, one]] : [])));
  if (blocks.length === 0) {
    return (
      <EmptyState
        compact
        icon={<History />}
        title="Nothing has been reported yet"
        text="Page views arrive when a session ends."
        className="rounded-lg border border-line"
      />
    );
  }
  const olderHref =
    page.nextCursor && `${path}?cursor=${encodeURIComponent(page.nextCursor)}#timeline`;
  return (
    <>
      <Timeline blocks={blocks} sessions={sessions} />
      {(cursor || olderHref) && (
        <nav aria-label="Timeline pages" className="mt-4 flex justify-center gap-2">
          {cursor && (
            <LinkButton href={`${path}#timeline`} size="sm">
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
