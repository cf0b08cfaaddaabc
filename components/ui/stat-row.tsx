import type { ReactNode } from "react";
import { cn } from "./cn.ts";

/** Stats side by side with hairlines between them; they wrap on a phone, and the last row is filled. */
export function StatRow({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={cn(
        "flex flex-wrap gap-px overflow-hidden rounded-lg border border-line bg-line *:grow *:basis-36 *:bg-surface *:px-4 *:py-3",
        className,
      )}
    >
      {children}
    </div>
  );
}
