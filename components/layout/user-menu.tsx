"use client";

import { LogOut, Monitor, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Menu, type MenuGroup } from "#components/ui/menu.tsx";
import { THEMES } from "./theme.ts";
import { useTheme } from "./use-theme.ts";

const LOOK: Record<(typeof THEMES)[number], { label: string; icon: ReactNode }> = {
  system: { label: "As the device", icon: <Monitor /> },
  light: { label: "Light", icon: <Sun /> },
  dark: { label: "Dark", icon: <Moon /> },
};

export type UserMenuProps = {
  name: string | null;
  email: string;
  /** The role, in words. */
  role?: string;
  /** More entries, above the theme. */
  groups?: readonly MenuGroup[];
  /** A server action, or any function. */
  onSignOut: () => void | Promise<void>;
};

export function UserMenu({ name, email, role, groups = [], onSignOut }: UserMenuProps) {
  const [theme, setTheme] = useTheme();
  return (
    <Menu
      side="top"
      className="min-w-56"
      header={
        <div className="min-w-0">
          <div className="truncate font-medium text-ink text-sm">{name ?? email}</div>
          <div className="truncate text-ink-muted text-xs">
            {role ? `${email} · ${role}` : email}
          </div>
        </div>
      }
      groups={[
        ...groups,
        {
          label: "Theme",
          items: THEMES.map((each) => ({
            ...LOOK[each],
            checked: theme === each,
            onCheckedChange: () => setTheme(each),
          })),
        },
        { items: [{ label: "Sign out", icon: <LogOut />, onSelect: () => void onSignOut() }] },
      ]}
      trigger={
        <button
          type="button"
          className="flex h-9 w-full min-w-0 items-center gap-2.5 rounded-md px-2 text-left text-sm hover:bg-hover data-popup-open:bg-hover"
        >
          <Avatar name={name ?? email} size="sm" />
          <span className="min-w-0 flex-1 truncate font-medium">{name ?? email}</span>
        </button>
      }
    />
  );
}
