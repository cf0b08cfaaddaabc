import type { ReactNode } from "react";
import { cn } from "./cn.ts";

/** Stats side by side with hairlines between them; they wrap on a phone. */
export function StatRow({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={cn(
        "grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-px overflow-hidden rounded-lg border border-line bg-line *:bg-surface *:px-4 *:py-3",
        className,
      )}
    >
      {children}
    </div>
  );
}
