"use client";

import { useEffect, useEffectEvent } from "react";

const BUSY =
  "input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** Runs `run` when a key is pressed alone, and not into a field, a menu or a dialog. */
export function useShortcut(key: string, run: () => void): void {
  const act = useEffectEvent(run);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(BUSY)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [key]);
}
