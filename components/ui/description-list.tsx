import type { ReactNode } from "react";
import { ABSENT } from "#lib/format.ts";
import { cn } from "./cn.ts";

export type DescriptionItem = { label: ReactNode; value: ReactNode; title?: string };

export type DescriptionListProps = {
  items: readonly DescriptionItem[];
  /** "rows": label left, value right; "grid": label above value, in columns. */
  layout?: "rows" | "grid";
  className?: string;
};

const isMissing = (value: ReactNode) => value === null || value === undefined || value === "";

export function DescriptionList({ items, layout = "rows", className }: DescriptionListProps) {
  const rows = layout === "rows";
  return (
    <dl
      className={cn(
        rows
          ? "flex flex-col"
          : "grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-6 gap-y-3",
        className,
      )}
    >
      {items.map((item, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a label may be any node, and the list is static
          key={index}
          title={item.title}
          className={rows ? "grid grid-cols-[8rem_1fr] gap-3 py-1" : "min-w-0"}
        >
          <dt className={cn("text-ink-muted", rows ? "text-sm" : "text-xs")}>{item.label}</dt>
          <dd className={cn("min-w-0 break-words text-ink text-sm", !rows && "mt-0.5")}>
            {isMissing(item.value) ? <span className="text-ink-faint">{ABSENT}</span> : item.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
