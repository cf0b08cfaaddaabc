import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { SectionHeader } from "./section-header.tsx";

export type CardProps = {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  /** false: the content touches the edges (tables, lists). */
  padded?: boolean;
  children?: ReactNode;
  className?: string;
};

export function Card(props: CardProps) {
  const { title, description, actions, footer, padded = true, children, className } = props;
  return (
    <section
      // Nothing stands above its content, which then needs no line of its own.
      data-bare={title || actions ? undefined : ""}
      aria-label={typeof title === "string" ? title : undefined}
      className={cn("flex min-w-0 flex-col rounded-lg border border-line bg-surface", className)}
    >
      {(title || actions) && (
        <SectionHeader
          title={title}
          description={description}
          actions={actions}
          className={cn("px-4 pt-3.5", padded ? "pb-0" : "pb-3")}
        />
      )}
      <div className={cn("min-w-0 flex-1", padded && "p-4", title && padded && "pt-3")}>
        {children}
      </div>
      {footer && (
        <footer className="flex items-center gap-3 border-line border-t px-4 py-2.5 text-ink-muted text-xs">
          {footer}
        </footer>
      )}
    </section>
  );
}
