"use client";

import { Search } from "lucide-react";
import { Kbd } from "#components/ui/kbd.tsx";
import { useModifier } from "./modifier.ts";
import { showOverlay } from "./palette-state.ts";

/** Opens the palette; looks like the field that is in it. */
export function SearchButton() {
  const modifier = useModifier();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => showOverlay("palette")}
      className="flex h-8 w-full items-center gap-2 rounded-md border border-line bg-surface px-2 text-left text-ink-muted text-sm shadow-control hover:bg-hover hover:text-ink"
    >
      <Search aria-hidden="true" className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate">Search</span>
      <span aria-hidden="true" className="flex gap-0.5">
        <Kbd>{modifier}</Kbd>
        <Kbd>K</Kbd>
      </span>
    </button>
  );
}
