"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { cn } from "#components/ui/cn.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { MENU_ITEM_CLASS } from "#components/ui/menu-item-class.ts";
import type { PaletteItem } from "./palette-item.ts";

/** One line of the palette: what it is, what tells it from its namesakes, and the keys for it. */
export function PaletteLine({ item, onChoose }: { item: PaletteItem; onChoose: () => void }) {
  return (
    <Autocomplete.Item
      value={item}
      onClick={onChoose}
      className={cn(MENU_ITEM_CLASS, "min-h-9 gap-2.5 [&>svg]:text-ink-muted")}
    >
      {item.icon ?? <span className="size-4 shrink-0" />}
      <span className="shrink-0 truncate max-sm:max-w-[60%] sm:max-w-72">{item.label}</span>
      <span className="min-w-0 flex-1 truncate text-ink-muted text-xs">{item.detail}</span>
      {item.keys && (
        <span aria-hidden="true" className="flex shrink-0 gap-0.5">
          {item.keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </Autocomplete.Item>
  );
}
