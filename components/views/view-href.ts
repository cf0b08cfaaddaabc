/** The link of a view: its filters, and its id so that its tab is known. */
export function viewHref(path: string, { id, query }: { id: string; query: string }): string {
  return `${path}?view=${id}${query && `&${query}`}`;
}
