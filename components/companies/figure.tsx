import type { ReactNode } from "react";

type FigureProps = { value: ReactNode; label: ReactNode };

/** The number that a block is about. */
export function Figure({ value, label }: FigureProps) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <span className="font-semibold text-2xl text-ink tracking-tight">{value}</span>
      <span className="text-ink-muted">{label}</span>
    </p>
  );
}
