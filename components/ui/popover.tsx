"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn.ts";

export type PopoverProps = {
  trigger: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title?: ReactNode;
  /** Its name for screen readers when there is no title. */
  label?: string;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
};

export function Popover(props: PopoverProps) {
  const {
    trigger,
    open,
    onOpenChange,
    title,
    label,
    children,
    align = "start",
    side,
    className,
  } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} side={side} className="z-50">
          <Base.Popup
            aria-label={title ? undefined : label}
            className={cn("popup w-72 max-w-[calc(100vw-2rem)] p-3 text-ink text-sm", className)}
          >
            {title && <Base.Title className="mb-2 font-semibold text-sm">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** A button inside a popover that closes it. */
export const PopoverClose = Base.Close;
