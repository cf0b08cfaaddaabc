import type { PaletteItem } from "./palette-item.ts";

/** True when each word typed begins a word of the item's name or of its other words. */
export function matches({ label, detail, words }: PaletteItem, text: string): boolean {
  const known = `${label} ${detail ?? ""} ${words ?? ""}`.toLowerCase().split(/[\s:]+/);
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean);
  return typed.every((word) => known.some((one) => one.startsWith(word)));
}
