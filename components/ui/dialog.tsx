"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode, RefObject } from "react";
import { cn } from "./cn.ts";
import { BACKDROP_CLASS, DIALOG_CLASS } from "./dialog-class.ts";
import { IconButton } from "./icon-button.tsx";

const WIDTHS = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-3xl" } as const;

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
  size?: keyof typeof WIDTHS;
  /** What has the focus at first; else the button that closes it. */
  initialFocus?: RefObject<HTMLElement | null>;
};

export function Dialog(props: DialogProps) {
  const { trigger, open, onOpenChange, title, description, children, footer, size = "md" } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={BACKDROP_CLASS} />
        <Base.Popup initialFocus={props.initialFocus} className={cn(DIALOG_CLASS, WIDTHS[size])}>
          <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0">
              <Base.Title className="font-semibold text-lg">{title}</Base.Title>
              {description && (
                <Base.Description className="mt-0.5 text-ink-muted text-sm">
                  {description}
                </Base.Description>
              )}
            </div>
            <Base.Close
              render={<IconButton label="Close" icon={<X />} size="sm" tooltip={false} />}
            />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
              {footer}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** A button inside a dialog that closes it: <DialogClose render={<Button>Cancel</Button>} />. */
export const DialogClose = Base.Close;
