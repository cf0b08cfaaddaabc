import { searchHref } from "#components/table/search-href.ts";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";

/** The query of a page's URL as Next gives it. */
export type UrlState = Record<string, string | string[] | undefined>;

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

/**
 * The receipts behind a number. Every parameter is written out, so that a link means the same
 * conversions tomorrow. An empty `key` is the key null, none at all means all receipts.
 */
export function receiptsHref(
  path: string,
  { goal, model, dimension, from, to, timezone, lookbackDays }: AttributionQuery,
  key?: string | null,
): string {
  const params = new URLSearchParams({ goal, model, dimension, from, to, timezone });
  params.set("lookbackDays", String(lookbackDays));
  if (key !== undefined) params.set("key", key ?? "");
  return `${path}/receipts?${params}`;
}
