"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { Link } from "./link.tsx";
import { TAB_CLASS, TAB_LIST_CLASS } from "./tab-class.ts";
import { TabCount } from "./tab-count.tsx";

export type LinkTabsProps = {
  /** Names the group for screen readers. */
  label: string;
  /** `active` decides when given (tabs in the query string), else the path does. */
  items: readonly { href: string; label: ReactNode; count?: number; active?: boolean }[];
  className?: string;
};

export function LinkTabs({ label, items, className }: LinkTabsProps) {
  const path = usePathname();
  return (
    <nav aria-label={label} className={cn(TAB_LIST_CLASS, className)}>
      {items.map((item) => {
        const active = item.active ?? path === item.href;
        return (
          <Link
            key={item.href}
            href={item.href}
            aria-current={active ? "page" : undefined}
            className={TAB_CLASS}
          >
            {item.label}
            <TabCount count={item.count} />
          </Link>
        );
      })}
    </nav>
  );
}
