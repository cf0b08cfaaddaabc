"use client";

import { useState } from "react";
import type { BulkTarget } from "./bulk-target.ts";

type State = {
  /** The view that the choice was made in: another filter, another choice. */
  scope: string;
  ids: ReadonlySet<string>;
  isAll: boolean;
  /** Where a range begins. */
  anchor: string | null;
};

export type Selection = {
  isSelected: (id: string) => boolean;
  /** Chosen by hand; empty while all that match are chosen. */
  ids: ReadonlySet<string>;
  /** All that match the filters, on this page or not. */
  isAll: boolean;
  toggle: (id: string, isRange: boolean) => void;
  togglePage: (isChosen: boolean) => void;
  selectAll: () => void;
  clear: () => void;
  /** What the choice stands for, as the server takes it; `query` is that of the view. */
  target: (query: string) => BulkTarget;
};

/** Which rows are chosen, over the pages of one view. `page` are the ids of the rows shown. */
export function useSelection(page: readonly string[], scope: string): Selection {
  const [held, setHeld] = useState<State>(() => none(scope));
  const state = held.scope === scope ? held : none(scope);
  const set = (next: Partial<State>) => setHeld({ ...state, isAll: false, ...next, scope });
  return {
    ids: state.ids,
    isAll: state.isAll,
    isSelected: (id) => state.isAll || state.ids.has(id),
    toggle: (id, isRange) => {
      const before = state.isAll ? new Set(page) : state.ids;
      set({ ids: choose(before, page, isRange ? state.anchor : null, id), anchor: id });
    },
    togglePage: (isChosen) => {
      const others = state.isAll ? [] : [...state.ids].filter((id) => !page.includes(id));
      set({ ids: new Set(isChosen ? [...others, ...page] : others), anchor: null });
    },
    selectAll: () => set({ ids: new Set(), isAll: true, anchor: null }),
    clear: () => set({ ids: new Set(), anchor: null }),
    target: (query) => (state.isAll ? { query } : { ids: [...state.ids] }),
  };
}

/** One row turned over; from an anchor on the page, the whole range becomes what the row becomes. */
export function choose(
  before: ReadonlySet<string>,
  page: readonly string[],
  anchor: string | null,
  id: string,
): ReadonlySet<string> {
  const next = new Set(before);
  const isChosen = !before.has(id);
  const from = anchor === null ? -1 : page.indexOf(anchor);
  const to = page.indexOf(id);
  const range = from < 0 || to < 0 ? [id] : page.slice(Math.min(from, to), Math.max(from, to) + 1);
  for (const one of range) {
    if (isChosen) next.add(one);
    else next.delete(one);
  }
  return next;
}

function none(scope: string): State {
  return { scope, ids: new Set(), isAll: false, anchor: null };
}
