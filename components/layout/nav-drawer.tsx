"use client";

import { Menu as MenuIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import { lazy, type ReactNode, useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { LazyDialog } from "#components/ui/lazy-dialog.tsx";

const NavDrawerPopup = lazy(() =>
  import("./nav-drawer-popup.tsx").then((module) => ({ default: module.NavDrawerPopup })),
);

/** The sidebar on small screens: it slides in, and goes away with the next page. */
export function NavDrawer({ children }: { children: ReactNode }) {
  const path = usePathname();
  const [openOn, setOpenOn] = useState<string | null>(null);
  const open = openOn === path;
  return (
    <LazyDialog
      trigger={<IconButton label="Open the menu" icon={<MenuIcon />} tooltip={false} />}
      open={open}
    >
      {(trigger) => (
        <NavDrawerPopup
          trigger={trigger}
          open={open}
          onOpenChange={(next) => setOpenOn(next ? path : null)}
        >
          {children}
        </NavDrawerPopup>
      )}
    </LazyDialog>
  );
}
