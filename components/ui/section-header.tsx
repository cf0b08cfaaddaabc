import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export type SectionHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** The level of the heading in the page's outline. */
  level?: 2 | 3;
  className?: string;
};

export function SectionHeader({
  title,
  description,
  actions,
  level = 2,
  className,
}: SectionHeaderProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <header className={cn("flex min-w-0 items-start justify-between gap-4", className)}>
      <div className="min-w-0">
        <Heading className="font-semibold text-base text-ink">{title}</Heading>
        {description && <p className="mt-0.5 text-ink-muted text-sm">{description}</p>}
      </div>
      {actions && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
    </header>
  );
}
