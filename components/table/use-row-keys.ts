"use client";

import { type RefObject, useEffect } from "react";

const EDITABLE =
  "input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]";

/** j and k move the focus over the links of the rows (Enter is the link's own), x chooses the row, shift+x all up to it. */
export function useRowKeys(body: RefObject<HTMLElement | null>, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !body.current) return;
      if (event.target instanceof Element && event.target.closest(EDITABLE)) return;
      if (event.key === "x" || event.key === "X") {
        const row = body.current.querySelector("tr:focus-within");
        const { shiftKey } = event;
        row
          ?.querySelector("input[type=checkbox]")
          ?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey }));
        return;
      }
      if (event.key !== "j" && event.key !== "k") return;
      const links = [...body.current.querySelectorAll<HTMLElement>("a[data-row-link]")];
      const row = document.activeElement?.closest("tr");
      const at = links.findIndex((link) => row?.contains(link));
      const next = event.key === "j" ? at + 1 : Math.max(at - 1, 0);
      links[Math.min(next, links.length - 1)]?.focus();
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [body, enabled]);
}
