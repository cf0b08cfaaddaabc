"use client";

import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import { Monitor, Moon, Sun } from "lucide-react";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { THEMES, type Theme } from "./theme.ts";
import { useTheme } from "./use-theme.ts";

const ICONS = { system: Monitor, light: Sun, dark: Moon };
const LABELS: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

/** Three small buttons; the choice is kept in a cookie so that the server renders it at once. */
export function ThemeSwitcher() {
  const [theme, setTheme] = useTheme();
  return (
    <ToggleGroup<Theme>
      aria-label="Theme"
      value={[theme]}
      onValueChange={([next]) => next && setTheme(next)}
      className="inline-flex rounded-md border border-line bg-sunken p-px"
    >
      {THEMES.map((each) => {
        const Icon = ICONS[each];
        return (
          <Tooltip key={each} content={LABELS[each]}>
            <Toggle
              value={each}
              aria-label={LABELS[each]}
              className="flex size-6 items-center justify-center rounded-sm text-ink-faint hover:text-ink data-pressed:bg-raised data-pressed:text-ink data-pressed:shadow-control"
            >
              <Icon aria-hidden="true" className="size-3.5" />
            </Toggle>
          </Tooltip>
        );
      })}
    </ToggleGroup>
  );
}
