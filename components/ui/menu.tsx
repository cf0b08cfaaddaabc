"use client";

import { lazy, type ReactElement, type ReactNode, Suspense } from "react";
import { useLazyTrigger } from "./lazy-trigger.ts";

const MenuPopup = lazy(() =>
  import("./menu-popup.tsx").then((module) => ({ default: module.MenuPopup })),
);

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

/** A button and the menu it opens, whose code comes when the button is pointed at or focused. */
export function Menu({ trigger, ...popup }: MenuProps) {
  const { button, lazy: own, isWanted } = useLazyTrigger(trigger, "menu");
  return (
    <>
      {button}
      {isWanted && (
        <Suspense>
          <MenuPopup {...popup} trigger={own} />
        </Suspense>
      )}
    </>
  );
}
