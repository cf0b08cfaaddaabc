"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import { Fragment, type ReactElement, type ReactNode } from "react";
import { cn } from "./cn.ts";
import { Kbd } from "./kbd.tsx";
import { MENU_ITEM_CLASS } from "./menu-item-class.ts";

export type MenuItem = {
  label: ReactNode;
  icon?: ReactNode;
  /** One of the three: what to do, where to go, or a thing to switch. */
  onSelect?: () => void;
  href?: string;
  checked?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  hint?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
};

export type MenuGroup = { label?: string; items: readonly MenuItem[] };

export type MenuProps = {
  trigger: ReactElement;
  /** Groups are parted by a line. */
  groups: readonly MenuGroup[];
  header?: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
};

export function Menu({ trigger, groups, header, align = "start", side, className }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} side={side} className="z-50 outline-none">
          <Base.Popup
            className={cn(
              "popup max-h-(--available-height) min-w-48 max-w-80 overflow-y-auto p-1",
              className,
            )}
          >
            {header && <div className="mb-1 border-line border-b px-2 py-1.5">{header}</div>}
            {groups.map((group, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: groups have no name of their own
              <Fragment key={index}>
                {index > 0 && <Base.Separator className="-mx-1 my-1 h-px bg-line" />}
                <Base.Group>
                  {group.label && (
                    <Base.GroupLabel className="px-2 pt-1.5 pb-1 font-medium text-ink-faint text-xs">
                      {group.label}
                    </Base.GroupLabel>
                  )}
                  {group.items.map((item, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a label may be any node
                    <Item key={at} item={item} />
                  ))}
                </Base.Group>
              </Fragment>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Item({ item }: { item: MenuItem }) {
  const look = cn(
    MENU_ITEM_CLASS,
    item.danger && "text-danger-text data-highlighted:bg-danger-soft",
  );
  const content = (
    <>
      {item.icon && (
        <span className={cn("flex", !item.danger && "text-ink-muted")}>{item.icon}</span>
      )}
      <span className="flex-1 truncate">{item.label}</span>
      {item.hint && <span className="text-ink-faint text-xs">{item.hint}</span>}
      {item.shortcut && <Kbd className="ml-3">{item.shortcut}</Kbd>}
    </>
  );
  if (item.href !== undefined) {
    return (
      <Base.LinkItem render={<Link href={item.href} />} closeOnClick className={look}>
        {content}
      </Base.LinkItem>
    );
  }
  if (item.onCheckedChange) {
    return (
      <Base.CheckboxItem
        checked={item.checked}
        onCheckedChange={item.onCheckedChange}
        disabled={item.disabled}
        className={look}
      >
        <span className="flex size-4 items-center justify-center">
          <Base.CheckboxItemIndicator>
            <Check aria-hidden="true" className="text-accent-text" />
          </Base.CheckboxItemIndicator>
        </span>
        {content}
      </Base.CheckboxItem>
    );
  }
  return (
    <Base.Item onClick={item.onSelect} disabled={item.disabled} className={look}>
      {content}
    </Base.Item>
  );
}
