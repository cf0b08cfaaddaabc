import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "./empty-state.tsx";

export type ErrorStateProps = {
  /** What happened. */
  title?: ReactNode;
  /** What was kept, and what to do. */
  text?: ReactNode;
  /** What to quote when asking for help. */
  reference?: string;
  actions?: ReactNode;
  compact?: boolean;
  level?: 1 | 2 | 3;
};

export function ErrorState({
  title = "Something went wrong",
  text = "Nothing was lost. Try again in a moment.",
  reference,
  actions,
  compact,
  level,
}: ErrorStateProps) {
  return (
    <div role="alert">
      <EmptyState
        icon={<TriangleAlert className="text-danger-text" />}
        title={title}
        text={
          <>
            {text}
            {reference && (
              <p className="mt-2 font-mono text-ink-faint text-xs">Reference {reference}</p>
            )}
          </>
        }
        actions={actions}
        compact={compact}
        level={level}
      />
    </div>
  );
}
