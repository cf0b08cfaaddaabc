"use client";

import { useSyncExternalStore } from "react";

const APPLE = /Mac|iPhone|iPad/;

function isApple(): boolean {
  return APPLE.test(navigator.userAgent);
}

/** What the key beside the letter is called here: ⌘ on Apple's machines, Ctrl elsewhere. */
export function useModifier(): "⌘" | "Ctrl" {
  return useSyncExternalStore(
    () => () => {},
    () => (isApple() ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}
