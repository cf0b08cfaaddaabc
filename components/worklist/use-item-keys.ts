"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { Verb } from "./use-item-verbs.ts";

const EDITABLE =
  "input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]";
const VERBS: Readonly<Record<string, Verb>> = {
  c: "claim",
  s: "snooze",
  o: "outcome",
  n: "note",
};

/**
 * j and k move over the items, Enter opens one (it is a link); c, s, o and n act on the one in focus, or on
 * the first. Items carry their id in `data-item`.
 */
export function useItemKeys(
  list: RefObject<HTMLElement | null>,
  act: (verb: Verb, id: string) => void,
): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !list.current) return;
      if (event.target instanceof Element && event.target.closest(EDITABLE)) return;
      const items = [...list.current.querySelectorAll<HTMLElement>("[data-item]")];
      const at = items.findIndex((item) => item.contains(document.activeElement));
      const verb = VERBS[event.key];
      if (verb) {
        const id = items[Math.max(at, 0)]?.dataset.item;
        if (!id) return;
        event.preventDefault();
        latest.current(verb, id);
      } else if (event.key === "j" || event.key === "k") {
        const next = event.key === "j" ? at + 1 : Math.max(at - 1, 0);
        focusItem(items[Math.min(next, items.length - 1)]);
        event.preventDefault();
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [list]);
}

export function focusItem(item: Element | undefined): void {
  item?.querySelector<HTMLElement>("a[data-item-link]")?.focus();
}
