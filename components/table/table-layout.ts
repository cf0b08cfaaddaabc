/** How a reader likes a list. Empty: as the list comes. */
export type TableLayout = {
  /** Columns left out, by id. */
  hidden: readonly string[];
  /** Ids in their order; those that are not named follow in the order of the list. */
  order: readonly string[];
  /** Ids that stay at the left while the rest scrolls. */
  pinned: readonly string[];
  /** Pixels by id. Empty: the columns share the width of the page. */
  widths: Readonly<Record<string, number>>;
  density: "comfortable" | "compact";
};

export const PLAIN_LAYOUT: TableLayout = {
  hidden: [],
  order: [],
  pinned: [],
  widths: {},
  density: "comfortable",
};

export const MIN_WIDTH = 64;
export const MAX_WIDTH = 800;

/** All ids in the order of the layout, pinned ones first. */
export function orderedIds(ids: readonly string[], layout: TableLayout): string[] {
  const ordered = [...layout.order.filter((id) => ids.includes(id))];
  // A column that came later than the reader's choice stands behind the one it follows in the list.
  for (const [at, id] of ids.entries()) {
    if (ordered.includes(id)) continue;
    const before = ids.slice(0, at).findLast((one) => ordered.includes(one));
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, id);
  }
  const isPinned = (id: string) => layout.pinned.includes(id);
  return [...ordered.filter(isPinned), ...ordered.filter((id) => !isPinned(id))];
}

/** The layout with a column moved by some places, among its own kind (pinned or not). */
export function moveColumn(
  ids: readonly string[],
  layout: TableLayout,
  id: string,
  by: number,
): TableLayout {
  const order = orderedIds(ids, layout);
  const isPinned = (one: string) => layout.pinned.includes(one);
  const group = order.filter((one) => isPinned(one) === isPinned(id));
  const from = group.indexOf(id);
  const to = Math.max(0, Math.min(group.length - 1, from + by));
  if (from < 0 || to === from) return layout;
  group.splice(to, 0, ...group.splice(from, 1));
  const rest = order.filter((one) => isPinned(one) !== isPinned(id));
  return { ...layout, order: isPinned(id) ? [...group, ...rest] : [...rest, ...group] };
}

/** A list of ids with one of them put in or taken out. */
export function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
}

/** A width within what a column may have. */
export function clampWidth(width: number): number {
  return Math.round(Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width)));
}
