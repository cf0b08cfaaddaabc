import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import { formatNumber } from "#lib/format.ts";
import type { DeliveryState } from "./delivery-view.ts";
import { STATE_LOOKS } from "./state-look.tsx";

export type StateStripProps = {
  /** `count` is null when it was not counted. */
  items: readonly {
    state: DeliveryState | null;
    href: string;
    count: { count: number; isCapped: boolean } | null;
  }[];
  active: DeliveryState | null;
};

/** The states as links that narrow the list down, each with its count. */
export function StateStrip({ items, active }: StateStripProps) {
  return (
    <nav
      aria-label="States"
      className="no-scrollbar -mx-4 flex gap-1.5 overflow-x-auto px-4 py-0.5"
    >
      {items.map(({ state, href, count }) => (
        <Link
          key={href}
          href={href}
          scroll={false}
          aria-current={state === active ? "true" : undefined}
          className={cn(
            "inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md border px-2.5 text-xs [&_svg]:size-3.5",
            state === active
              ? "border-line-strong bg-selected font-medium text-ink"
              : "border-line bg-surface text-ink-muted hover:bg-hover hover:text-ink",
          )}
        >
          {state && STATE_LOOKS[state].icon}
          {state ? STATE_LOOKS[state].word : "All"}
          {count && (
            <span className="text-ink-faint">
              {formatNumber(count.count)}
              {count.isCapped && "+"}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
