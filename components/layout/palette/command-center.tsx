"use client";

import { lazy, Suspense } from "react";
import type { NavSection } from "#components/layout/sidebar.tsx";
import type { FoundItems } from "./palette-item.ts";
import { showOverlay, useOverlay } from "./palette-state.ts";
import { useGlobalKeys } from "./use-global-keys.ts";

// Neither is in the first load of a page: they come when they are first asked for.
const Palette = lazy(() => import("./palette.tsx").then((module) => ({ default: module.Palette })));
const ShortcutsSheet = lazy(() =>
  import("./shortcuts-sheet.tsx").then((module) => ({ default: module.ShortcutsSheet })),
);

export interface CommandCenterProps {
  nav: readonly NavSection[];
  /** A server action: what the words find in this workspace. */
  find: (q: string) => Promise<FoundItems>;
  onSignOut: () => void | Promise<void>;
  /** Under which name this browser session remembers places; one per workspace. */
  memory: string;
}

/** Keys that work everywhere, and what they open. Draws nothing until then. */
export function CommandCenter({ nav, find, onSignOut, memory }: CommandCenterProps) {
  const overlay = useOverlay();
  const links = nav.flatMap((section) => section.items);
  useGlobalKeys(links.map(({ href }) => href));
  const close = () => showOverlay(null);
  return (
    <Suspense>
      {overlay === "palette" && (
        <Palette nav={nav} find={find} onSignOut={onSignOut} memory={memory} onClose={close} />
      )}
      {overlay === "shortcuts" && <ShortcutsSheet links={links} onClose={close} />}
    </Suspense>
  );
}
