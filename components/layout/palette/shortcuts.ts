/** A shortcut that works on every page, and what it does. */
export interface Shortcut {
  keys: readonly string[];
  does: string;
}

export interface GoKey {
  key: string;
  /** The end of the path that it goes to. */
  path: string;
}

/** Behind `g`: the first letter of the page. */
export const GO_KEYS: readonly GoKey[] = [
  { key: "v", path: "/visitors" },
  { key: "c", path: "/companies" },
  { key: "a", path: "/attribution" },
  { key: "w", path: "/worklist" },
  { key: "t", path: "/tasks" },
];

/** What the keys do in lists; they are handled where the lists are. */
export const LIST_SHORTCUTS: readonly Shortcut[] = [
  { keys: ["J"], does: "Next row" },
  { keys: ["K"], does: "Previous row" },
  { keys: ["Enter"], does: "Open the row" },
  { keys: ["X"], does: "Select the row" },
  { keys: ["Shift", "X"], does: "Select up to the row" },
  { keys: ["/"], does: "Search the list" },
  { keys: ["E"], does: "Export the list" },
];

/** The letter behind `g` that leads to a link, if there is one. */
export function goKeyOf(href: string): string | undefined {
  return GO_KEYS.find(({ path }) => href.endsWith(path) && href.split("/").length === 3)?.key;
}
