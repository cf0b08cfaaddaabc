"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { cn } from "#components/ui/cn.ts";
import { BACKDROP_CLASS, DIALOG_CLASS } from "#components/ui/dialog-class.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { CommandCenterProps } from "./command-center.tsx";
import { matches } from "./matches.ts";
import type { PaletteGroup, PaletteItem } from "./palette-item.ts";
import { PaletteLine } from "./palette-line.tsx";
import { takeTyped } from "./palette-state.ts";
import { recentPlaces, rememberPlace } from "./recent-places.ts";
import { useCommands } from "./use-commands.tsx";
import { useFound } from "./use-found.ts";

/** Search over everything, pages and actions: one field, one list, arrows and Enter. */
export function Palette(props: CommandCenterProps & { onClose: () => void }) {
  const { nav, find, onSignOut, memory, onClose } = props;
  const router = useRouter();
  const [text, setText] = useState("");
  const [recent] = useState(() => recentPlaces(memory));
  const { items: found, isSearching, problem } = useFound(text, find);
  const commands = useCommands({ nav, onSignOut });
  const iconOf = (href: string) =>
    nav.flatMap(({ items }) => items).find((item) => href.startsWith(`${item.href}/`))?.icon;

  const places: PaletteGroup[] = [];
  for (const place of text.trim() ? found : recent.map((one) => ({ ...one, group: "Recent" }))) {
    const item: PaletteItem = { ...place, icon: iconOf(place.href), place };
    const group = places.find(({ value }) => value === place.group);
    if (group) group.items.push(item);
    else places.push({ value: place.group, items: [item] });
  }
  const fitting = commands
    .map((group) => ({ ...group, items: group.items.filter((item) => matches(item, text)) }))
    .filter(({ items }) => items.length > 0);
  // A page that is named by what was typed is more likely meant than a person of that name.
  const groups = text.trim() ? [...fitting, ...places] : [...places, ...fitting];

  const choose = (item: PaletteItem) => {
    onClose();
    if (item.place) rememberPlace(memory, item.place);
    if (item.href) router.push(item.href);
    else item.run?.();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={BACKDROP_CLASS} />
        <Dialog.Popup
          aria-label="Search and commands"
          className={cn(DIALOG_CLASS, "max-w-xl overflow-hidden")}
        >
          <Autocomplete.Root
            open
            inline
            mode="none"
            items={groups}
            value={text}
            onValueChange={(value, { reason }) => reason !== "item-press" && setText(value)}
            itemToStringValue={(item: PaletteItem) => item.label}
            autoHighlight="always"
            keepHighlight
          >
            <div className="flex items-center gap-2.5 border-line border-b px-4">
              {isSearching ? (
                <Spinner />
              ) : (
                <Search aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
              )}
              <Autocomplete.Input
                onFocus={() => setText((before) => before + takeTyped())}
                aria-label="Search visitors, companies, pages and actions"
                placeholder="Search visitors, companies, pages and actions"
                className="h-12 min-w-0 flex-1 bg-transparent text-ink text-lg outline-none placeholder:text-ink-faint"
              />
              <Dialog.Close className="sr-only">Close</Dialog.Close>
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
              <Autocomplete.Empty className="px-4 text-center text-ink-muted text-sm">
                {groups.length === 0 && (
                  <p className="py-8">
                    {problem ?? (isSearching ? "Searching…" : `Nothing matches “${text.trim()}”.`)}
                  </p>
                )}
              </Autocomplete.Empty>
              <Autocomplete.List className="p-1.5 empty:p-0" aria-label="Results">
                {(group: PaletteGroup) => (
                  <Autocomplete.Group key={group.value} items={group.items}>
                    <Autocomplete.GroupLabel className="px-2 pt-2 pb-1 font-medium text-2xs text-ink-muted">
                      {group.value}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(item: PaletteItem) => (
                        <PaletteLine key={item.id} item={item} onChoose={() => choose(item)} />
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </div>
            <footer className="flex gap-4 border-line border-t px-4 py-2 text-2xs text-ink-muted max-sm:hidden">
              <Hint keys={["↑", "↓"]} does="to move" />
              <Hint keys={["Enter"]} does="to open" />
              <Hint keys={["Esc"]} does="to close" />
            </footer>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Hint({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <span className="flex items-center gap-1">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {does}
    </span>
  );
}
