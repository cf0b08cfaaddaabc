"use client";

import { lazy, type ReactElement, type ReactNode, Suspense } from "react";
import { useLazyTrigger } from "./lazy-trigger.ts";

const PopoverPopup = lazy(() =>
  import("./popover-popup.tsx").then((module) => ({ default: module.PopoverPopup })),
);

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

/** A button and what it opens beside it; the code for that comes when the button is meant. */
export function Popover({ trigger, ...popup }: PopoverProps) {
  const { button, lazy: own, isWanted } = useLazyTrigger(trigger, "dialog", popup.open);
  return (
    <>
      {button}
      {(isWanted || popup.open) && (
        <Suspense>
          <PopoverPopup {...popup} trigger={own} />
        </Suspense>
      )}
    </>
  );
}
