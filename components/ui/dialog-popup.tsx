"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { AdoptedButton } from "./adopted-button.tsx";
import { cn } from "./cn.ts";
import type { DialogProps } from "./dialog.tsx";
import { BACKDROP_CLASS, DIALOG_CLASS } from "./dialog-class.ts";
import { IconButton } from "./icon-button.tsx";
import type { LazyTrigger } from "./lazy-trigger.ts";

const WIDTHS = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-3xl" } as const;

type DialogPopupProps = Omit<DialogProps, "trigger"> & { trigger: LazyTrigger | undefined };

/** What a Dialog opens; loaded when it is first meant. */
export function DialogPopup(props: DialogPopupProps) {
  const { trigger, open, onOpenChange, title, description, children, footer, size = "md" } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && (
        <Base.Trigger
          id={trigger.id}
          render={(given) => <AdoptedButton trigger={trigger} props={given} />}
        />
      )}
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

export const DialogPopupClose = Base.Close;
