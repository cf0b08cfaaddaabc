import { ArrowDownRight, ArrowUpRight, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export type StatProps = {
  label: ReactNode;
  /** Already formatted. */
  value: ReactNode;
  /** The change against the period before, already formatted: "12.3%". */
  change?: string;
  direction?: "up" | "down" | "flat";
  /** Whether this direction is welcome; decides the colour only. */
  welcome?: boolean;
  hint?: ReactNode;
  className?: string;
};

const ARROWS = { up: ArrowUpRight, down: ArrowDownRight, flat: Minus };
const WORDS = { up: "up", down: "down", flat: "unchanged" };

/** One number with its name, inline with its neighbours. */
export function Stat(props: StatProps) {
  const { label, value, change, direction = "flat", hint, className } = props;
  const welcome = props.welcome ?? direction === "up";
  const Arrow = ARROWS[direction];
  const color =
    direction === "flat" ? "text-ink-muted" : welcome ? "text-positive-text" : "text-danger-text";
  return (
    <div className={cn("min-w-0", className)}>
      <div className="truncate text-ink-muted text-xs">{label}</div>
      <div className="mt-0.5 flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold text-ink text-xl tracking-tight">{value}</span>
        {change && (
          <span className={cn("inline-flex items-center gap-0.5 font-medium text-xs", color)}>
            <Arrow aria-hidden="true" className="size-3.5" />
            <span className="sr-only">{WORDS[direction]} </span>
            {change}
          </span>
        )}
      </div>
      {hint && <div className="mt-0.5 truncate text-ink-faint text-xs">{hint}</div>}
    </div>
  );
}
