"use client";

import { ChevronDown, ChevronUp, Pin, PinOff } from "lucide-react";
import { type DragEvent, type KeyboardEvent, useState } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { cn } from "#components/ui/cn.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { ColumnName } from "./column.ts";
import { moveColumn, orderedIds, type TableLayout, toggled } from "./table-layout.ts";

type ColumnsListProps = {
  columns: readonly ColumnName[];
  layout: TableLayout;
  onChange: (layout: TableLayout) => void;
};

/** Each column with what can be done to it: shown or hidden, pinned, moved by drag, button or Alt+arrow. */
export function ColumnsList({ columns, layout, onChange }: ColumnsListProps) {
  const [dragged, setDragged] = useState<string | null>(null);
  const ids = columns.map(({ id }) => id);
  const order = orderedIds(ids, layout);
  const move = (id: string, by: number) => onChange(moveColumn(ids, layout, id, by));
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(id, event.key === "ArrowUp" ? -1 : 1);
  };
  const over = (event: DragEvent, id: string) => {
    event.preventDefault();
    if (dragged && dragged !== id) move(dragged, order.indexOf(id) - order.indexOf(dragged));
  };
  return (
    <ul aria-label="Columns" className="max-h-80 overflow-y-auto p-1.5">
      {order.map((id) => {
        const column = columns.find((one) => one.id === id);
        if (!column) return null;
        const { header, hideable = true } = column;
        const isPinned = layout.pinned.includes(id);
        return (
          <li
            key={id}
            draggable
            onDragStart={() => setDragged(id)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => over(event, id)}
            onKeyDown={(event) => onKeyDown(event, id)}
            className={cn(
              "group flex h-8 cursor-grab items-center gap-1 rounded-md pr-1 pl-2 hover:bg-hover",
              dragged === id && "bg-highlight",
            )}
          >
            <Checkbox
              className="min-w-0 flex-1 items-center truncate"
              label={header}
              checked={!layout.hidden.includes(id)}
              disabled={!hideable}
              onCheckedChange={() => onChange({ ...layout, hidden: toggled(layout.hidden, id) })}
            />
            <IconButton
              size="sm"
              className="size-6"
              tooltip={false}
              label={isPinned ? `Unpin ${header}` : `Pin ${header}`}
              icon={isPinned ? <PinOff /> : <Pin />}
              onClick={() => onChange({ ...layout, pinned: toggled(layout.pinned, id) })}
            />
            <IconButton
              size="sm"
              className="size-6"
              tooltip={false}
              label={`Move ${header} up`}
              icon={<ChevronUp />}
              onClick={() => move(id, -1)}
            />
            <IconButton
              size="sm"
              className="size-6"
              tooltip={false}
              label={`Move ${header} down`}
              icon={<ChevronDown />}
              onClick={() => move(id, 1)}
            />
          </li>
        );
      })}
    </ul>
  );
}
