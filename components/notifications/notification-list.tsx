"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { NotificationRow } from "#lib/notifications/list-notifications.ts";
import { NotificationIcon } from "./notification-icon.tsx";
import { setUnread } from "./unread-store.ts";

/** Marks one as read, or with null all; answers how many are left. */
type MarkRead = (id: string | null) => Promise<number>;

export type NotificationListProps = {
  rows: readonly NotificationRow[];
  markRead: MarkRead;
};

export function NotificationList({ rows, markRead }: NotificationListProps) {
  const read = (id: string) => void markRead(id).then(setUnread);
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {rows.map((row) => (
        <li key={row.id} className="relative flex gap-3 px-4 py-3 hover:bg-hover">
          <span
            className={cn(
              "mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-md",
              row.readAt ? "bg-sunken text-ink-faint" : "bg-accent-soft text-accent-text",
            )}
          >
            <NotificationIcon kind={row.kind} />
          </span>
          <div className="min-w-0 flex-1">
            <div className="flex items-baseline justify-between gap-3">
              <Title row={row} onOpen={() => read(row.id)} />
              <RelativeTime value={row.createdAt} className="shrink-0 text-ink-muted text-xs" />
            </div>
            {row.body && <p className="mt-0.5 break-words text-ink-muted text-xs">{row.body}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Title({ row, onOpen }: { row: NotificationRow; onOpen: () => void }) {
  const { title, href, readAt } = row;
  const look = cn(
    "min-w-0 break-words text-sm",
    readAt ? "text-ink-muted" : "font-medium text-ink",
  );
  const words = (
    <>
      {!readAt && <span className="sr-only">Unread: </span>}
      {title}
    </>
  );
  if (!href) return <span className={look}>{words}</span>;
  return (
    <Link
      href={href}
      onClick={onOpen}
      className={cn(look, "rounded-sm after:absolute after:inset-0")}
    >
      {words}
    </Link>
  );
}

export function MarkAllRead({ markRead }: { markRead: MarkRead }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      setUnread(await markRead(null));
      router.refresh();
    });
  return (
    <Button loading={pending} onClick={run}>
      Mark all as read
    </Button>
  );
}
