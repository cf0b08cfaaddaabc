/** Cursors kept to go back by; further back the way is the first page. */
const MAX_TRAIL = 20;
const FIRST = "first";

/**
 * The neighbours of a page of receipts. Receipts page forwards by key; the cursors of the pages before
 * travel in `before`, so that a link is a view. (An empty `key` means something and must stay.)
 */
export function receiptPages(path: string, state: URLSearchParams, nextCursor: string | null) {
  const cursor = state.get("cursor");
  const trail = (state.get("before") ?? "").split(".").filter(Boolean);
  const to = (target: string | null, before: readonly string[]) => {
    const params = new URLSearchParams(state);
    params.delete("cursor");
    params.delete("before");
    if (target !== null) params.set("cursor", target);
    if (target !== null && before.length > 0) params.set("before", before.join("."));
    return `${path}?${params}`;
  };
  const back = trail.at(-1) ?? FIRST;
  return {
    previousHref: cursor === null ? null : to(back === FIRST ? null : back, trail.slice(0, -1)),
    nextHref:
      nextCursor === null ? null : to(nextCursor, [...trail, cursor ?? FIRST].slice(-MAX_TRAIL)),
  };
}
