import { pageLinks } from "#components/table/page-links.ts";
import { Pagination } from "#components/ui/pagination.tsx";
import { NothingInView, NothingMatches } from "#components/worklist/worklist-empty.tsx";
import { WorklistList } from "#components/worklist/worklist-list.tsx";
import { formatNumber } from "#lib/format.ts";
import type { UrlState } from "#lib/search-state.ts";
import type { Viewer } from "#lib/worklist/item-state.ts";
import { listWorklist } from "#lib/worklist/list-worklist.ts";
import type { WorklistParams } from "#lib/worklist/search-params.ts";
import { getSlaHours } from "#lib/worklist/settings.ts";
import { boundActions } from "./bound-actions.ts";

interface Props {
  workspace: { id: string; slug: string };
  params: WorklistParams;
  /** The query as it stands in the URL. */
  state: UrlState;
  viewer: Viewer;
}

/** One page of a view with the way to its neighbours, or why it is empty. */
export async function WorklistSection({ workspace, params, state, viewer }: Props) {
  const base = `/${workspace.slug}`;
  const path = `${base}/worklist`;
  const [{ rows, nextCursor }, slaHours] = await Promise.all([
    listWorklist(workspace.id, params, viewer),
    getSlaHours(workspace.id),
  ]);
  const { limit: _, view, cursor, ...filters } = params;
  if (rows.length === 0 && cursor === undefined) {
    const isNarrowed = Object.values(filters).some((value) => value !== undefined);
    if (!isNarrowed) return <NothingInView view={view} base={base} />;
    return <NothingMatches clearHref={view === "new" ? path : `${path}?view=${view}`} />;
  }
  const { previousHref, nextHref } = pageLinks(path, state, nextCursor);
  return (
    <>
      <WorklistList
        rows={rows}
        base={base}
        at={viewer.at.toISOString()}
        slaHours={slaHours}
        actions={boundActions(workspace.slug)}
      />
      {(previousHref || nextHref) && (
        <Pagination
          previousHref={previousHref}
          nextHref={nextHref}
          summary={`${formatNumber(rows.length)} on this page`}
        />
      )}
    </>
  );
}
