"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Menu as MenuIcon, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { BACKDROP_CLASS } from "#components/ui/dialog-class.ts";
import { IconButton } from "#components/ui/icon-button.tsx";

/** The sidebar on small screens: it slides in, and goes away with the next page. */
export function NavDrawer({ children }: { children: ReactNode }) {
  const path = usePathname();
  const [openOn, setOpenOn] = useState<string | null>(null);
  return (
    <Dialog.Root open={openOn === path} onOpenChange={(open) => setOpenOn(open ? path : null)}>
      <Dialog.Trigger
        render={<IconButton label="Open the menu" icon={<MenuIcon />} tooltip={false} />}
      />
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
