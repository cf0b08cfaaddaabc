import Link from "next/link";
import type { MouseEvent, ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import type { Column } from "./column.ts";

type TableRowProps<Row> = {
  row: Row;
  columns: readonly Column<Row>[];
  href: string | null;
  selected: boolean;
  /** A cell before the first column: the check box. */
  lead?: ReactNode;
};

const CELL =
  "h-11 border-line border-b px-3 align-middle first:pl-4 last:pr-4 group-last/row:border-b-0";

export function TableRow<Row>({ row, columns, href, selected, lead }: TableRowProps<Row>) {
  return (
    <tr
      onClick={href ? followLink : undefined}
      className={cn(
        "group/row transition-colors duration-75",
        selected ? "bg-selected" : "hover:bg-hover has-[:focus-visible]:bg-hover",
        href && "cursor-pointer",
      )}
    >
      {lead && <td className={cn(CELL, "pr-0")}>{lead}</td>}
      {columns.map((column, index) => {
        const content = column.cell(row);
        const title = column.title?.(row) ?? undefined;
        return (
          <td
            key={column.id}
            title={title}
            style={column.width ? { width: column.width, maxWidth: column.width } : undefined}
            className={cn(
              CELL,
              "whitespace-nowrap",
              column.width && "truncate",
              column.align === "right" && "text-right",
              column.wideOnly && "max-md:hidden",
            )}
          >
            {index === 0 && href ? (
              <Link
                href={href}
                data-row-link=""
                className="block truncate rounded-sm font-medium text-ink focus-visible:outline-offset-2"
              >
                {content}
              </Link>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** A click beside the links and buttons of a row follows its link, with the keys that were held. */
function followLink(event: MouseEvent<HTMLTableRowElement>): void {
  const target = event.target;
  if (!(target instanceof Element) || event.defaultPrevented) return;
  if (target.closest("a, button, input, label, [role=checkbox], [role=menu]")) return;
  // React also reports clicks of menus and dialogs that were opened from the row.
  if (!event.currentTarget.contains(target)) return;
  if (window.getSelection()?.toString()) return;
  const { ctrlKey, metaKey, shiftKey } = event;
  const link = event.currentTarget.querySelector("a[data-row-link]");
  link?.dispatchEvent(
    new window.MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
  );
}
