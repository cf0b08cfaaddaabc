import type { MouseEvent, ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import { cellStyle } from "./placement.ts";
import type { PlacedColumn } from "./use-columns.ts";

type TableRowProps<Row> = {
  row: Row;
  columns: readonly PlacedColumn<Row>[];
  /** Of each column; the same in every row. */
  cellClasses: readonly string[];
  href: string | null;
  selected: boolean;
  /** A cell before the first column: the check box. */
  lead?: ReactNode;
  /** A cell behind the last column takes what is left of the page. */
  hasFiller?: boolean;
};

export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, columns, cellClasses, href, selected, lead, hasFiller } = props;
  const hasPinned = columns.some(({ left }) => left !== null);
  return (
    <tr
      onClick={href ? followLink : undefined}
      className={cn(
        "group/row transition-colors duration-75",
        hasPinned && "bg-surface",
        selected ? "bg-selected" : "hover:bg-hover has-[:focus-visible]:bg-hover",
        href && "cursor-pointer",
      )}
    >
      {lead && (
        <td
          className={cn(
            "list-cell pr-0",
            hasPinned && "md:sticky md:left-0 md:z-[1] md:bg-inherit",
          )}
        >
          {lead}
        </td>
      )}
      {columns.map((column, index) => {
        const content = column.cell(row);
        const title = column.title?.(row) ?? undefined;
        return (
          <td
            key={column.id}
            title={title}
            style={styleOf(column, lead !== undefined)}
            className={cellClasses[index]}
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
      {hasFiller && <td className="list-cell px-0 max-md:hidden" />}
    </tr>
  );
}

function styleOf<Row>(column: PlacedColumn<Row>, hasLead: boolean) {
  // With a layout the heads have the widths; a pinned cell has a place of its own.
  if (column.px !== null && column.left === null) return undefined;
  return cellStyle(column, hasLead);
}

/** A click beside the links and buttons of a row follows its link, with the keys that were held. */
function followLink(event: MouseEvent<HTMLTableRowElement>): void {
  const target = event.target;
  if (!(target instanceof Element) || event.defaultPrevented) return;
  if (target.closest("a, button, input, label, [role=menu]")) return;
  // React also reports clicks of menus and dialogs that were opened from the row.
  if (!event.currentTarget.contains(target)) return;
  if (window.getSelection()?.toString()) return;
  const { ctrlKey, metaKey, shiftKey } = event;
  const link = event.currentTarget.querySelector("a[data-row-link]");
  link?.dispatchEvent(
    new window.MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
  );
}
