"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { CONTROL_CLASS } from "./control-class.ts";
import { MENU_ITEM_CLASS } from "./menu-item-class.ts";

export type SelectItem = { value: string; label: string; icon?: ReactNode; hint?: string };

export type SelectProps = {
  items: readonly SelectItem[];
  name?: string;
  value?: string | null;
  defaultValue?: string | null;
  onValueChange?: (value: string) => void;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  size?: "sm" | "md";
  className?: string;
  /** Needed outside of a Field. */
  "aria-label"?: string;
};

export function Select(props: SelectProps) {
  const { items, onValueChange, placeholder = "Choose…", size = "md", className, ...rest } = props;
  const { "aria-label": label, ...root } = rest;
  return (
    <Base.Root
      {...root}
      items={items}
      onValueChange={(value) => value !== null && onValueChange?.(value)}
    >
      <Base.Trigger
        aria-label={label}
        className={cn(
          CONTROL_CLASS,
          "inline-flex select-none items-center justify-between gap-2 pr-2 text-left",
          size === "sm" ? "h-7 text-xs" : "h-8",
          className,
        )}
      >
        <Base.Value
          placeholder={placeholder}
          className="truncate data-placeholder:text-ink-faint"
        />
        <Base.Icon className="text-ink-faint">
          <ChevronsUpDown aria-hidden="true" className="size-3.5" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} align="start" className="z-50">
          <Base.Popup className="popup max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1">
            <Base.List>
              {items.map((item) => (
                <Base.Item key={item.value} value={item.value} className={MENU_ITEM_CLASS}>
                  {item.icon}
                  <Base.ItemText className="flex-1 truncate">{item.label}</Base.ItemText>
                  {item.hint && <span className="text-ink-faint text-xs">{item.hint}</span>}
                  <span className="ml-2 flex size-4 items-center">
                    <Base.ItemIndicator>
                      <Check aria-hidden="true" className="size-4 text-accent-text" />
                    </Base.ItemIndicator>
                  </span>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
