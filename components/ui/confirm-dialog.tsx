"use client";

import { lazy, type ReactElement, type ReactNode } from "react";
import { LazyDialog } from "./lazy-dialog.tsx";

const ConfirmPopup = lazy(() =>
  import("./confirm-popup.tsx").then((module) => ({ default: module.ConfirmPopup })),
);

export type ConfirmDialogProps = {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
  /** The reader types this word before the button works. */
  confirmText?: string;
  /** The question stays, spinning, until this is done. A message that it returns is shown and the question stays. */
  // biome-ignore lint/suspicious/noConfusingVoidType: an action that says nothing returns nothing
  onConfirm: () => void | string | Promise<void | string>;
};

/** A question before something that is hard to take back. */
export function ConfirmDialog({ trigger, ...popup }: ConfirmDialogProps) {
  return (
    <LazyDialog trigger={trigger} open={popup.open}>
      {(own) => <ConfirmPopup {...popup} trigger={own} />}
    </LazyDialog>
  );
}
