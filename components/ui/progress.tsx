"use client";

import { Progress as Base } from "@base-ui/react/progress";
import { cn } from "./cn.ts";

export type ProgressProps = {
  label: string;
  /** 0 to `max`; null when nobody knows. */
  value: number | null;
  max?: number;
  hideLabel?: boolean;
  className?: string;
};

export function Progress({ label, value, max = 100, hideLabel, className }: ProgressProps) {
  return (
    <Base.Root value={value} max={max} className={cn("flex flex-col gap-1.5", className)}>
      <div className={cn("flex justify-between text-xs", hideLabel && "sr-only")}>
        <Base.Label className="font-medium">{label}</Base.Label>
        <Base.Value className="text-ink-muted" />
      </div>
      <Base.Track className="h-1.5 overflow-hidden rounded-full bg-hover">
        <Base.Indicator className="h-full rounded-full bg-accent transition-[width] duration-300 data-indeterminate:w-full data-indeterminate:animate-shimmer" />
      </Base.Track>
    </Base.Root>
  );
}
