import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";

const CELL = "border-line border-b px-3 first:pl-4 last:pr-4";
/** Stays in sight while the numbers are scrolled sideways. */
const FIRST = "sticky left-0 z-1 text-left";

export type NumberTableProps = {
  /** The id of the heading that names it. */
  labelledBy: string;
  head: readonly { id: string; label: ReactNode; isCurrent?: boolean }[];
  children: ReactNode;
  foot: ReactNode;
};

/** A table of numbers by key, with a row of totals. */
export function NumberTable({ labelledBy, head, children, foot }: NumberTableProps) {
  return (
    <section
      aria-labelledby={labelledBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the arrow keys
      tabIndex={0}
      className="overflow-x-auto rounded-b-lg border-line border-t focus-visible:-outline-offset-2"
    >
      <table
        aria-labelledby={labelledBy}
        className="w-full border-separate border-spacing-0 text-sm"
      >
        <thead className="text-ink-muted text-xs">
          <tr>
            {head.map(({ id, label, isCurrent }, at) => (
              <th
                key={id}
                scope="col"
                aria-sort={isCurrent ? "descending" : undefined}
                className={cn(
                  CELL,
                  "h-9 whitespace-nowrap bg-sunken font-medium",
                  at === 0 ? FIRST : "text-right sm:min-w-28",
                  isCurrent && "text-ink",
                )}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {/* The card's own line ends a table without totals. */}
        <tbody className={foot ? undefined : "[&>tr:last-child>*]:border-b-0"}>{children}</tbody>
        {foot && <tfoot className="font-medium">{foot}</tfoot>}
      </table>
    </section>
  );
}

type KeyCellProps = {
  text: string;
  isMuted?: boolean;
  isTotal?: boolean;
  /** Opens what the row is about. */
  href?: string;
};

/** The head of a row. */
export function KeyCell({ text, isMuted, isTotal, href }: KeyCellProps) {
  return (
    <th
      scope="row"
      title={text}
      className={cn(
        CELL,
        FIRST,
        "h-9 w-full min-w-32 max-w-40 truncate sm:min-w-48 sm:max-w-0",
        isTotal
          ? "border-b-0 bg-sunken font-medium"
          : "bg-surface font-normal group-hover/row:bg-hover",
        isMuted && "text-ink-muted",
      )}
    >
      {href ? (
        <Link href={href} className="hit-area rounded-sm hover:underline">
          {text}
        </Link>
      ) : (
        text
      )}
    </th>
  );
}

type NumberCellProps = {
  children: ReactNode;
  title?: string;
  isTotal?: boolean;
  /** 0 to 1: how strongly it is tinted. */
  heat?: number;
};

export function NumberCell({ children, title, isTotal, heat = 0 }: NumberCellProps) {
  const tint = `color-mix(in oklab, var(--color-accent) ${Math.round(heat * 18)}%, transparent)`;
  return (
    <td
      title={title}
      style={heat > 0 ? { backgroundColor: tint } : undefined}
      className={cn(
        CELL,
        "h-9 whitespace-nowrap text-right",
        isTotal ? "border-b-0 bg-sunken" : "group-hover/row:bg-hover",
      )}
    >
      {children}
    </td>
  );
}

/** The heading of the card, as large as those of the charts; its id names the table. */
export function TableTitle({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span id={id} className="block text-sm">
      {children}
    </span>
  );
}

export function TableNote({ children }: { children: ReactNode }) {
  return <span className="-mt-0.5 block text-xs">{children}</span>;
}
