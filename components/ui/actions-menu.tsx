"use client";

import { Ellipsis } from "lucide-react";
import { IconButton } from "./icon-button.tsx";
import { Menu, type MenuGroup } from "./menu.tsx";

export type ActionsMenuProps = {
  /** What they are done to: "Ada Lovelace". */
  of: string;
  groups: readonly MenuGroup[];
  /** True while one of them is under way. */
  pending?: boolean;
  className?: string;
};

/** Three dots, and behind them what can be done with one thing. */
export function ActionsMenu({ of, groups, pending, className }: ActionsMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={`Actions for ${of}`}
          icon={<Ellipsis />}
          size="sm"
          tooltip={false}
          aria-busy={pending || undefined}
          className={className}
        />
      }
      groups={groups}
    />
  );
}
