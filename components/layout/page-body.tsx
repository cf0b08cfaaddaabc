import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

const WIDTHS = { full: "", wide: "max-w-7xl", form: "max-w-3xl" } as const;

export type PageBodyProps = {
  children: ReactNode;
  width?: keyof typeof WIDTHS;
  className?: string;
};

/** What stands below a PageHeader, with the same margins. */
export function PageBody({ children, width = "full", className }: PageBodyProps) {
  return (
    <div
      data-width={width}
      className={cn("flex min-w-0 flex-col gap-4 px-4 py-4 sm:px-6", WIDTHS[width], className)}
    >
      {children}
    </div>
  );
}
