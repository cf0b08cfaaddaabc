"use client";

import { type ReactElement, type ReactNode, Suspense, useState } from "react";
import { type LazyTrigger, useLazyTrigger } from "./lazy-trigger.ts";

type LazyDialogProps = {
  trigger: ReactElement | undefined;
  open: boolean | undefined;
  /** The dialog, which need not be loaded before it is drawn. */
  children: (trigger: LazyTrigger | undefined) => ReactNode;
};

/** Draws a dialog once its button is meant or it is open; then it stays, to close in its own time. */
export function LazyDialog({ trigger, open, children }: LazyDialogProps) {
  if (trigger) {
    return (
      <Triggered trigger={trigger} open={open}>
        {children}
      </Triggered>
    );
  }
  return <Opened open={open}>{children}</Opened>;
}

function Triggered({ trigger, open, children }: LazyDialogProps & { trigger: ReactElement }) {
  const { button, lazy, isWanted } = useLazyTrigger(trigger, "dialog", open);
  return (
    <>
      {button}
      {(isWanted || open) && <Suspense>{children(lazy)}</Suspense>}
    </>
  );
}

function Opened({ open = false, children }: Omit<LazyDialogProps, "trigger">) {
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  return wasOpen && <Suspense>{children(undefined)}</Suspense>;
}
