"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Menu, type MenuItem } from "#components/ui/menu.tsx";

export type WorkspaceSwitcherProps = {
  current: { slug: string; name: string };
  workspaces: readonly { slug: string; name: string }[];
  /** Entries below the list: create, settings. */
  extra?: readonly MenuItem[];
};

export function WorkspaceSwitcher({ current, workspaces, extra }: WorkspaceSwitcherProps) {
  const items = workspaces.map((each) => ({
    label: each.name,
    icon: <Avatar name={each.name} size="sm" shape="square" />,
    href: `/${each.slug}`,
    hint:
      each.slug === current.slug ? <Check aria-label="current" className="size-4" /> : undefined,
  }));
  return (
    <Menu
      className="min-w-52"
      groups={[{ label: "Workspaces", items }, ...(extra?.length ? [{ items: extra }] : [])]}
      trigger={
        <button
          type="button"
          className="flex h-10 w-full min-w-0 items-center gap-2.5 rounded-md px-2 text-left text-sm hover:bg-hover data-popup-open:bg-hover"
        >
          <Avatar name={current.name} size="sm" shape="square" />
          <span className="min-w-0 flex-1 truncate font-semibold">{current.name}</span>
          <ChevronsUpDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
        </button>
      }
    />
  );
}
