"use client";

import { useSyncExternalStore } from "react";

const STEP = 30_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let current = Date.now();

/** One timer for all relative times of a page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    current = Date.now();
    for (const each of listeners) each();
  }, STEP);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The current time in the browser, moving on every half minute; null while rendering on the server. */
export function useNow(): number | null {
  return useSyncExternalStore<number | null>(
    subscribe,
    () => {
      if (Date.now() - current > STEP) current = Date.now();
      return current;
    },
    () => null,
  );
}
