import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button-class.ts";
import { cn } from "./cn.ts";
import { Link } from "./link.tsx";

export type PaginationProps = {
  /** Links of the neighbouring pages; null where there is none. */
  previousHref: string | null;
  nextHref: string | null;
  /** "1–50 of 12,345" or whatever is known. */
  summary?: ReactNode;
  className?: string;
};

export function Pagination({ previousHref, nextHref, summary, className }: PaginationProps) {
  return (
    <nav
      aria-label="Pages"
      className={cn("flex items-center justify-between gap-4 text-ink-muted text-xs", className)}
    >
      <span className="min-w-0 truncate">{summary}</span>
      <span className="flex gap-2">
        <Step href={previousHref} rel="prev">
          <ChevronLeft aria-hidden="true" /> Previous
        </Step>
        <Step href={nextHref} rel="next">
          Next <ChevronRight aria-hidden="true" />
        </Step>
      </span>
    </nav>
  );
}

type StepProps = { href: string | null; rel: "prev" | "next"; children: ReactNode };

function Step({ href, rel, children }: StepProps) {
  const look = buttonClass("secondary", "sm");
  if (href === null) {
    return (
      <span aria-disabled="true" className={look}>
        {children}
      </span>
    );
  }
  return (
    <Link href={href} rel={rel} className={look}>
      {children}
    </Link>
  );
}
