import { NoDeliveriesMatch, NoDeliveriesYet } from "#components/deliveries/deliveries-empty.tsx";
import { DeliveriesTable } from "#components/deliveries/deliveries-table.tsx";
import { pageLinks } from "#components/table/page-links.ts";
import { Pagination } from "#components/ui/pagination.tsx";
import { formatNumber } from "#lib/format.ts";
import type { DeliveryListParams } from "#lib/inbox/delivery-params.ts";
import { listDeliveries } from "#lib/inbox/ledger-queries.ts";
import type { UrlState } from "#lib/search-state.ts";
import { replay } from "./actions.ts";

interface Props {
  workspace: { id: string; slug: string };
  params: DeliveryListParams;
  /** The query as it stands in the URL. */
  state: UrlState;
  endpoints: readonly { id: string; name: string }[];
}

/** One page of the ledger with the way to its neighbours, or why there is none. */
export async function DeliveriesSection({ workspace, params, state, endpoints }: Props) {
  const base = `/${workspace.slug}/settings`;
  const path = `${base}/deliveries`;
  const { rows, nextCursor } = await listDeliveries(workspace.id, params);
  const { limit: _limit, sort: _sort, cursor, ...filters } = params;
  if (rows.length === 0 && cursor === undefined) {
    const isNarrowed = Object.values(filters).some((value) => value !== undefined);
    if (isNarrowed) return <NoDeliveriesMatch clearHref={path} />;
    return <NoDeliveriesYet webhooksHref={`${base}/webhooks`} />;
  }
  const names = new Map(endpoints.map(({ id, name }) => [id, name]));
  const { previousHref, nextHref } = pageLinks(path, state, nextCursor);
  return (
    <>
      <DeliveriesTable
        rows={rows.map((row) => ({
          ...row,
          endpointName: names.get(row.endpointId) ?? null,
          href: `${path}/${row.id}`,
        }))}
        replay={replay.bind(null, workspace.slug)}
      />
      <Pagination
        previousHref={previousHref}
        nextHref={nextHref}
        summary={`${formatNumber(rows.length)} on this page`}
      />
    </>
  );
}
