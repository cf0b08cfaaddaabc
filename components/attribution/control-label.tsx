import type { ReactNode } from "react";

/** The small word above a control of the report. */
export function ControlLabel({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <span id={id} className="block font-normal text-ink-muted text-xs">
      {children}
    </span>
  );
}
