import { searchHref } from "#components/table/search-href.ts";
import type { RowKey } from "#lib/attribution/row-key.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import type { UrlState } from "#lib/search-state.ts";

/** The state as it stood in the URL, for links that change a part of it. */
export function toSearchParams(state: UrlState): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    for (const text of [value ?? []].flat()) params.append(name, text);
  }
  return params;
}

/** Links to this report with some of its parameters changed. */
export function reportLinks(path: string, state: UrlState) {
  const params = toSearchParams(state);
  return (changes: Record<string, string | null>) => searchHref(path, params, changes);
}

/** A query as parameters, every one written out, so that a link means the same tomorrow. */
export function queryParams({ lookbackDays, ...query }: AttributionQuery): URLSearchParams {
  const params = new URLSearchParams({ lookbackDays: String(lookbackDays) });
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  return params;
}

/**
 * The receipts behind a number: of a row, or all of them without one. An empty key is the key null, none
 * at all means all receipts.
 */
export function receiptsHref(path: string, query: AttributionQuery, row?: RowKey): string {
  const params = queryParams(query);
  if (row) params.set("key", row.key ?? "");
  if (row?.secondKey !== undefined) params.set("secondKey", row.secondKey ?? "");
  return `${path}/receipts?${params}`;
}

/** The query of a report that takes no filters and no second dimension. */
export function plainQuery(query: AttributionQuery): AttributionQuery {
  const { goal, model, dimension, from, to, timezone, lookbackDays } = query;
  return { goal, model, dimension, from, to, timezone, lookbackDays };
}
