"use client";

import { Bell as BellIcon } from "lucide-react";
import { buttonClass } from "#components/ui/button-class.ts";
import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { useUnread } from "./unread-store.ts";

export type BellProps = {
  href: string;
  /** As the page was rendered; what happens since then is told to all bells. */
  unread: number;
};

/** Leads to the notifications and says how many are new. */
export function Bell({ href, unread }: BellProps) {
  const count = useUnread(unread);
  const label =
    count > 0 ? `Notifications, ${count > 99 ? "over 99" : count} unread` : "Notifications";
  return (
    <Tooltip content={label}>
      <Link
        href={href}
        aria-label={label}
        className={cn(buttonClass("ghost", "md", true), "relative")}
      >
        <BellIcon aria-hidden="true" />
        {count > 0 && (
          <span
            aria-hidden="true"
            className="absolute -top-0.5 -right-0.5 flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 font-medium text-2xs text-accent-ink leading-none"
          >
            {count > 99 ? "99+" : count}
          </span>
        )}
      </Link>
    </Tooltip>
  );
}
