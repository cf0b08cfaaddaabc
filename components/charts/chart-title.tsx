import type { ReactNode } from "react";

type ChartTitleProps = {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
};

/** The head of every chart: the same size and place everywhere. */
export function ChartTitle({ title, description, actions, level = 2 }: ChartTitleProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <header className="mb-3 flex items-start justify-between gap-4">
      <div className="min-w-0">
        <Heading className="font-semibold text-ink text-sm">{title}</Heading>
        {description && <p className="text-ink-muted text-xs">{description}</p>}
      </div>
      {actions}
    </header>
  );
}
