import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

export type FigureItem = {
  label: string;
  value: ReactNode;
  /** Where it comes from. */
  tip?: ReactNode;
};

type FigureListProps = {
  items: readonly FigureItem[];
  /** Words stand beside their names; figures are ranged right under each other. */
  words?: boolean;
};

/** Names at the left, what they stand for beside; what is not known is left out. */
export function FigureList({ items, words = false }: FigureListProps) {
  const known = items.filter(({ value }) => value !== null && value !== undefined && value !== "");
  if (known.length === 0) return null;
  return (
    <dl className={words ? "flex flex-col gap-y-1.5" : "divide-y divide-line"}>
      {known.map(({ label, value, tip }) => (
        <div
          key={label}
          className={
            words
              ? "grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3"
              : "flex items-baseline justify-between gap-4 py-1.5 first:pt-0 last:pb-0"
          }
        >
          <dt className="text-ink-muted">{label}</dt>
          <dd className={cn("group/fact min-w-0 break-words text-ink", !words && "text-right")}>
            {value}
            {tip}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Formats a figure, or leaves it out. */
export function known<T>(value: T | null, format: (value: T) => ReactNode): ReactNode {
  return value === null ? null : format(value);
}
