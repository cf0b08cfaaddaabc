"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";

export type NavItem = {
  href: string;
  label: string;
  icon?: ReactNode;
  /** A small number or word at the right. */
  badge?: ReactNode;
  /** Active on this path only, not on the ones below it. */
  exact?: boolean;
  /** Not active below these, which have links of their own. */
  except?: readonly string[];
};

export function NavLink({ href, label, icon, badge, exact = false, except = [] }: NavItem) {
  const path = usePathname();
  const isBelow = (parent: string) => path === parent || path.startsWith(`${parent}/`);
  const active = exact ? path === href : isBelow(href) && !except.some(isBelow);
  return (
    <Link
      href={href}
      aria-current={active ? "page" : undefined}
      className="group flex h-8 items-center gap-2.5 rounded-md px-2 font-medium text-ink-muted text-sm transition-colors duration-100 hover:bg-hover hover:text-ink focus-visible:outline-offset-0 aria-[current=page]:bg-hover aria-[current=page]:text-ink lg:h-7.5"
    >
      {icon && (
        <span
          aria-hidden="true"
          className="flex text-ink-faint group-hover:text-ink-muted group-aria-[current=page]:text-accent-text [&_svg]:size-4"
        >
          {icon}
        </span>
      )}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {badge !== undefined && <span className="text-2xs text-ink-faint">{badge}</span>}
    </Link>
  );
}
