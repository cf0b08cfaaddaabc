import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export type CardTableProps = {
  /** The columns before the one of the row's menu. */
  heads: readonly { label: string; className?: string }[];
  /** Rows of class CARD_ROW. */
  children: ReactNode;
};

/** A row of a CardTable. */
export const CARD_ROW = "border-line border-b last:border-b-0";

/** A short table that fills an unpadded card: what it holds is changed by each row's own menu. */
export function CardTable({ heads, children }: CardTableProps) {
  return (
    <table className="w-full table-fixed text-left text-sm">
      <thead>
        <tr className="border-line border-y text-ink-muted text-xs in-data-[bare]:border-t-0">
          {heads.map(({ label, className }) => (
            <th
              key={label}
              scope="col"
              className={cn("px-2 py-2 font-medium first:pl-4", className)}
            >
              {label}
            </th>
          ))}
          <th scope="col" className="w-14 px-2 py-2">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
