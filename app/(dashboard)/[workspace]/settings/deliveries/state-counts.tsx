import { STATE_LOOKS } from "#components/deliveries/state-look.tsx";
import { StateStrip } from "#components/deliveries/state-strip.tsx";
import { searchHref } from "#components/table/search-href.ts";
import { DELIVERY_STATES, type DeliveryFilters } from "#lib/inbox/delivery-params.ts";
import { countDeliveries } from "#lib/inbox/ledger-queries.ts";
import type { UrlState } from "#lib/search-state.ts";

interface Props {
  workspaceId: string;
  path: string;
  /** The query as it stands in the URL. */
  state: UrlState;
  filters: DeliveryFilters;
}

/** The states with how many deliveries each has under the other filters, up to the cap. */
export async function StateCounts({ workspaceId, path, state, filters }: Props) {
  const { type, id, endpoint, from, to } = filters;
  const others = { type, id, endpoint, from, to };
  const query = new URLSearchParams(
    Object.entries(state).flatMap(([key, value]) =>
      typeof value === "string" ? [[key, value]] : [],
    ),
  );
  const order = DELIVERY_STATES.toSorted(
    (a, b) => Object.keys(STATE_LOOKS).indexOf(a) - Object.keys(STATE_LOOKS).indexOf(b),
  );
  const items = await Promise.all(
    [null, ...order].map(async (each) => ({
      state: each,
      href: searchHref(path, query, { state: each }),
      count: await countDeliveries(workspaceId, { ...others, ...(each && { state: each }) }),
    })),
  );
  return <StateStrip items={items} active={filters.state ?? null} />;
}
