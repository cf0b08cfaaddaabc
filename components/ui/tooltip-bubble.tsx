"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";

type TooltipBubbleProps = {
  anchor: Element;
  side: "top" | "right" | "bottom" | "left";
  open: boolean;
  onHover: (isOver: boolean) => void;
  onClose: () => void;
  children: ReactNode;
};

/** What a Tooltip shows; loaded with the first one. */
export function TooltipBubble(props: TooltipBubbleProps) {
  const { anchor, side, open, onHover, onClose, children } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={6} side={side} className="z-50">
          <Base.Popup
            onPointerEnter={() => onHover(true)}
            onPointerLeave={() => onHover(false)}
            className="max-w-72 rounded-md bg-bubble px-2 py-1 text-ink-inverse text-xs shadow-popup transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
