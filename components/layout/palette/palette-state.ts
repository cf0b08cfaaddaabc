"use client";

import { useSyncExternalStore } from "react";

/** What lies over the page: the palette, the sheet of shortcuts, or nothing. */
export type Overlay = "palette" | "shortcuts" | null;

let current: Overlay = null;
const listeners = new Set<() => void>();

/** Opens or closes; buttons anywhere on the page call it without knowing who draws the overlay. */
export function showOverlay(next: Overlay): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOverlay(): Overlay {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );
}
