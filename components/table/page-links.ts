import type { UrlState } from "#lib/search-state.ts";

/** Cursors kept so that one can go back; further back than this, the way is "to the first page". */
const MAX_TRAIL = 20;
const FIRST = "first";

/**
 * Links to the neighbours of a page of a list. Lists page forwards by key; the cursors of the pages
 * that were passed travel in `before`, so that a link is a view and nothing is kept on the server.
 */
export function pageLinks(path: string, state: UrlState, nextCursor: string | null) {
  const cursor = textOf(state.cursor);
  const trail = (textOf(state.before) ?? "").split(".").filter(Boolean);
  const back = trail.at(-1) ?? FIRST;
  return {
    previousHref: cursor
      ? hrefOf(path, state, back === FIRST ? null : back, trail.slice(0, -1))
      : null,
    nextHref: nextCursor
      ? hrefOf(path, state, nextCursor, [...trail, cursor ?? FIRST].slice(-MAX_TRAIL))
      : null,
  };
}

function hrefOf(path: string, state: UrlState, cursor: string | null, trail: string[]): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    const text = textOf(value);
    if (text && key !== "cursor" && key !== "before") query.set(key, text);
  }
  if (cursor) query.set("cursor", cursor);
  if (cursor && trail.length > 0) query.set("before", trail.join("."));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

function textOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
