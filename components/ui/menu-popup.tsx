"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { Fragment } from "react";
import { AdoptedButton } from "./adopted-button.tsx";
import { cn } from "./cn.ts";
import { Kbd } from "./kbd.tsx";
import type { LazyTrigger } from "./lazy-trigger.ts";
import { Link } from "./link.tsx";
import type { MenuItem, MenuProps } from "./menu.tsx";
import { MENU_ITEM_CLASS } from "./menu-item-class.ts";

type MenuPopupProps = Omit<MenuProps, "trigger"> & { trigger: LazyTrigger };

/** What a Menu opens; loaded when it is first meant. */
export function MenuPopup(props: MenuPopupProps) {
  const { trigger, groups, header, align = "start", side, className } = props;
  return (
    <Base.Root>
      <Base.Trigger
        id={trigger.id}
        render={(given) => <AdoptedButton trigger={trigger} props={given} />}
      />
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
