"use client";

import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { AdoptedButton } from "#components/ui/adopted-button.tsx";
import { BACKDROP_CLASS } from "#components/ui/dialog-class.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { LazyTrigger } from "#components/ui/lazy-trigger.ts";

type NavDrawerPopupProps = {
  trigger: LazyTrigger | undefined;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
};

/** What slides in; loaded when its button is first meant. */
export function NavDrawerPopup({ trigger, open, onOpenChange, children }: NavDrawerPopupProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger && (
        <Dialog.Trigger
          id={trigger.id}
          render={(given) => <AdoptedButton trigger={trigger} props={given} />}
        />
      )}
      <Dialog.Portal>
        <Dialog.Backdrop className={BACKDROP_CLASS} />
        <Dialog.Popup className="fixed inset-y-0 left-0 z-50 w-72 max-w-[85vw] border-line border-r bg-canvas shadow-dialog outline-none transition-transform duration-200 data-ending-style:-translate-x-full data-starting-style:-translate-x-full">
          <Dialog.Title className="sr-only">Menu</Dialog.Title>
          {children}
          <Dialog.Close
            render={
              <IconButton
                label="Close the menu"
                icon={<X />}
                variant="secondary"
                tooltip={false}
                className="absolute top-2 left-full ml-2"
              />
            }
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
