import { pageLinks } from "#components/table/page-links.ts";
import { Pagination } from "#components/ui/pagination.tsx";
import type { LeadChoices } from "#components/visitors/bulk-menus.tsx";
import { NoVisitorsMatch, NoVisitorsYet } from "#components/visitors/visitors-empty.tsx";
import { VisitorsTable } from "#components/visitors/visitors-table.tsx";
import type { CappedCount } from "#lib/count-capped.ts";
import { env } from "#lib/env.ts";
import { formatNumber } from "#lib/format.ts";
import type { UrlState } from "#lib/search-state.ts";
import { listVisitors } from "#lib/visitors/list-visitors.ts";
import type { VisitorListParams } from "#lib/visitors/search-params.ts";
import { listEndpoints } from "#lib/webhooks/list-endpoints.ts";
import { changeVisitors, readJob } from "./bulk-actions.ts";

interface Props {
  workspace: { id: string; slug: string };
  params: VisitorListParams;
  /** The query as it stands in the URL. */
  state: UrlState;
  count: Promise<CappedCount>;
  choices: LeadChoices;
}

/** One page of the list with the way to its neighbours, or why there is none. */
export async function VisitorsSection({ workspace, params, state, count, choices }: Props) {
  const base = `/${workspace.slug}`;
  const path = `${base}/visitors`;
  const { rows, nextCursor } = await listVisitors(workspace.id, params);
  const { limit: _, sort, cursor, ...filters } = params;
  if (rows.length === 0 && cursor === undefined) {
    const isNarrowed = Object.values(filters).some((value) => value !== undefined);
    if (isNarrowed) return <NoVisitorsMatch clearHref={`${path}?view=all`} />;
    return <NoVisitorsYet base={base} endpointUrl={await endpointUrl(workspace.id)} />;
  }
  const { previousHref, nextHref } = pageLinks(path, state, nextCursor);
  return (
    <>
      <VisitorsTable
        rows={rows}
        base={base}
        sort={sort}
        matching={count}
        choices={choices}
        actions={{
          change: changeVisitors.bind(null, workspace.slug),
          readJob: readJob.bind(null, workspace.slug),
        }}
      />
      <Pagination
        previousHref={previousHref}
        nextHref={nextHref}
        summary={`${formatNumber(rows.length)} on this page`}
      />
    </>
  );
}

/** Where events are to be sent; null while there is no door open. */
async function endpointUrl(workspaceId: string): Promise<string | null> {
  const endpoints = await listEndpoints(workspaceId);
  const open = endpoints.find((endpoint) => endpoint.disabledAt === null);
  return open ? `${env().APP_URL}/api/webhooks/${open.id}` : null;
}
