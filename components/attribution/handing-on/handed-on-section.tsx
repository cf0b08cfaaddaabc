import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";

export type HandedOnSectionProps = {
  label: string;
  icon: ReactNode;
  /** What to say when there is nothing. */
  emptyTitle: string;
  emptyText: string;
  /** Null when there is nothing. */
  children: ReactNode;
};

/** A list under its heading, or why there is none. */
export function HandedOnSection(props: HandedOnSectionProps) {
  const { label, icon, emptyTitle, emptyText, children } = props;
  return (
    <section aria-label={label} className="flex flex-col gap-2">
      <h2 className="font-medium text-ink-muted text-xs">{label}</h2>
      {children ?? (
        <EmptyState
          icon={icon}
          compact
          title={emptyTitle}
          text={emptyText}
          className="rounded-lg border border-line"
        />
      )}
    </section>
  );
}
