"use client";

import { Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import type { NavSection } from "#components/layout/sidebar.tsx";
import { THEMES, type Theme } from "#components/layout/theme.ts";
import { useTheme } from "#components/layout/use-theme.ts";
import type { PaletteGroup, PaletteItem } from "./palette-item.ts";
import { showOverlay } from "./palette-state.ts";
import { goKeyOf } from "./shortcuts.ts";

const THEME_LOOK: Record<Theme, { label: string; icon: ReactNode }> = {
  system: { label: "Theme: as the device", icon: <Monitor /> },
  light: { label: "Theme: light", icon: <Sun /> },
  dark: { label: "Theme: dark", icon: <Moon /> },
};

interface Options {
  nav: readonly NavSection[];
  onSignOut: () => void | Promise<void>;
}

/** What the palette offers without a search: every page of the navigation, and what one can do. */
export function useCommands({ nav, onSignOut }: Options): PaletteGroup[] {
  const [theme, setTheme] = useTheme();
  const pages = nav.flatMap(({ label: section, items }) =>
    items.map(({ href, label, icon }): PaletteItem => {
      const key = goKeyOf(href);
      return {
        id: `page:${href}`,
        href,
        label,
        icon,
        words: `go to ${section ?? ""}`,
        ...(section && { detail: section }),
        ...(key && { keys: ["G", key.toUpperCase()] }),
      };
    }),
  );
  const themes = THEMES.filter((each) => each !== theme).map(
    (each): PaletteItem => ({
      ...THEME_LOOK[each],
      id: `theme:${each}`,
      words: "appearance colours mode",
      run: () => setTheme(each),
    }),
  );
  const actions: PaletteItem[] = [
    {
      id: "shortcuts",
      label: "Keyboard shortcuts",
      icon: <Keyboard />,
      words: "help keys",
      keys: ["?"],
      run: () => showOverlay("shortcuts"),
    },
    ...themes,
    {
      id: "sign-out",
      label: "Sign out",
      icon: <LogOut />,
      words: "log out leave",
      run: () => void onSignOut(),
    },
  ];
  return [
    { value: "Go to", items: pages },
    { value: "Actions", items: actions },
  ];
}
