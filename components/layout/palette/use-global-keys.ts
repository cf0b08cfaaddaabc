"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { showOverlay, typeAhead } from "./palette-state.ts";
import { goKeyOf } from "./shortcuts.ts";

const TYPING =
  "input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]";
/** How long `g` waits for its second letter, in ms. */
const PATIENCE = 1_200;

/** Ctrl or Cmd+K opens the palette, `?` the shortcuts, `g` and a letter go to one of `hrefs`. */
export function useGlobalKeys(hrefs: readonly string[]): void {
  const router = useRouter();
  const places = useRef(hrefs);
  places.current = hrefs;
  useEffect(() => {
    let goUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const key = event.key.toLowerCase();
      if ((event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey && key === "k") {
        event.preventDefault();
        showOverlay("palette");
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      if (event.key.length === 1 && typeAhead(event.key)) {
        event.preventDefault();
        return;
      }
      const isGoing = event.timeStamp < goUntil;
      goUntil = 0;
      if (isGoing) {
        const href = places.current.find((one) => goKeyOf(one) === key);
        if (!href) return;
        event.preventDefault();
        router.push(href);
      } else if (key === "g") goUntil = event.timeStamp + PATIENCE;
      else if (event.key === "?") {
        event.preventDefault();
        showOverlay("shortcuts");
      }
    };
    // Before the keys of lists: a letter behind `g` is not theirs.
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, [router]);
}
