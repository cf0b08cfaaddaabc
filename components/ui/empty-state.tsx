import type { ReactNode } from "react";
import { cn } from "./cn.ts";

const HEADINGS = { 1: "h1", 2: "h2", 3: "h3" } as const;

export type EmptyStateProps = {
  icon?: ReactNode;
  title: ReactNode;
  /** What will appear here, and how. */
  text?: ReactNode;
  actions?: ReactNode;
  compact?: boolean;
  /** Makes the title a heading: 1 when it is all that the page has. */
  level?: 1 | 2 | 3;
  className?: string;
};

export function EmptyState(props: EmptyStateProps) {
  const { icon, title, text, actions, compact, level, className } = props;
  const Title = level ? HEADINGS[level] : "p";
  return (
    <div
      className={cn(
        "flex flex-col items-center justify-center px-6 text-center",
        compact ? "py-8" : "py-16",
        className,
      )}
    >
      {icon && (
        <div
          aria-hidden="true"
          className="mb-4 flex size-10 items-center justify-center rounded-lg border border-line bg-raised text-ink-muted shadow-control [&_svg]:size-5"
        >
          {icon}
        </div>
      )}
      <Title className="font-semibold text-base text-ink">{title}</Title>
      {text && <div className="mt-1 max-w-md text-pretty text-ink-muted text-sm">{text}</div>}
      {actions && (
        <div className="mt-4 flex flex-wrap items-center justify-center gap-2">{actions}</div>
      )}
    </div>
  );
}
