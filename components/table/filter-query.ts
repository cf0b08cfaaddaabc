const PAGE = ["cursor", "before", "limit", "view"];

/** The query of a list without the page that is shown: its filters and its sort. */
export function filterQuery(query: string | URLSearchParams): string {
  const kept = new URLSearchParams(query);
  for (const key of PAGE) kept.delete(key);
  kept.sort();
  return kept.toString();
}
