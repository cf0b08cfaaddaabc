"use client";

import { useSyncExternalStore } from "react";

// Both bells, that of the sidebar and that of the narrow top bar, show one number.
let unread: number | null = null;
const listeners = new Set<() => void>();

/** Tells every bell on the page how many notifications are unread. */
export function setUnread(count: number): void {
  unread = count;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The number that was told last, else the one that the page came with. */
export function useUnread(initial: number): number {
  return useSyncExternalStore(
    subscribe,
    () => unread ?? initial,
    () => initial,
  );
}
