"use client";

import type { Dialog as Base } from "@base-ui/react/dialog";
import {
  type ComponentProps,
  lazy,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from "react";
import { LazyDialog } from "./lazy-dialog.tsx";

const load = () => import("./dialog-popup.tsx");
const DialogPopup = lazy(() => load().then((module) => ({ default: module.DialogPopup })));
const Close = lazy(() => load().then((module) => ({ default: module.DialogPopupClose })));

export type DialogProps = {
  /** The button that opens it; without one, give `open` and `onOpenChange`. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the bottom right. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** What has the focus at first; else the button that closes it. */
  initialFocus?: RefObject<HTMLElement | null>;
};

/** A window over the page. Its code comes when it is first meant to open. */
export function Dialog({ trigger, ...popup }: DialogProps) {
  return (
    <LazyDialog trigger={trigger} open={popup.open}>
      {(own) => <DialogPopup {...popup} trigger={own} />}
    </LazyDialog>
  );
}

/** A button inside a dialog that closes it: <DialogClose render={<Button>Cancel</Button>} />. */
export function DialogClose(props: ComponentProps<typeof Base.Close>) {
  return <Close {...props} />;
}
