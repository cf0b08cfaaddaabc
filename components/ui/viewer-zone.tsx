"use client";

import { createContext, type ReactNode, useContext } from "react";
import { useNow } from "./use-now.ts";

const Zone = createContext<string | null>(null);

export type ViewerZoneProps = { zone: string | null; children: ReactNode };

/** Says in which zone its children show dates: one that the viewer chose, or (null) the browser's. */
export function ViewerZone({ zone, children }: ViewerZoneProps) {
  return <Zone value={zone}>{children}</Zone>;
}

/**
 * The viewer's time zone. The server knows only one that was chosen: without one it writes UTC, and the
 * browser corrects it right after hydration.
 */
export function useZone(): string {
  const chosen = useContext(Zone);
  const now = useNow();
  if (chosen !== null) return chosen;
  return now === null ? "UTC" : Intl.DateTimeFormat().resolvedOptions().timeZone;
}
