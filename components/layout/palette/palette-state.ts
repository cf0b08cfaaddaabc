"use client";

import { useSyncExternalStore } from "react";

/** What lies over the page: the palette, the sheet of shortcuts, or nothing. */
export type Overlay = "palette" | "shortcuts" | null;

let current: Overlay = null;
let typed = "";
const listeners = new Set<() => void>();

/** Opens or closes; buttons anywhere on the page call it without knowing who draws the overlay. */
export function showOverlay(next: Overlay): void {
  current = next;
  typed = "";
  for (const listener of listeners) listener();
}

/**
 * Keeps a letter that was typed after the palette was asked for and before its field is there: it comes over
 * the network the first time, and nobody waits for that. False when no palette is on its way.
 */
export function typeAhead(letter: string): boolean {
  if (current !== "palette") return false;
  typed += letter;
  return true;
}

/** What was typed ahead, once. */
export function takeTyped(): string {
  const taken = typed;
  typed = "";
  return taken;
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
