import type { ReactNode } from "react";
import { cn } from "./cn.ts";

const TONES = {
  neutral: ["bg-sunken text-ink-muted border-line", "bg-ink-faint"],
  positive: ["bg-positive-soft text-positive-text border-transparent", "bg-positive-solid"],
  warning: ["bg-warning-soft text-warning-text border-transparent", "bg-warning-solid"],
  danger: ["bg-danger-soft text-danger-text border-transparent", "bg-danger-solid"],
  info: ["bg-info-soft text-info-text border-transparent", "bg-info-solid"],
  accent: ["bg-accent-soft text-accent-text border-transparent", "bg-accent"],
} as const;

export type Tone = keyof typeof TONES;

export type BadgeProps = {
  tone?: Tone;
  /** Takes the place of the dot. */
  icon?: ReactNode;
  dot?: boolean;
  title?: string;
  children: ReactNode;
  className?: string;
};

/** A state in one or two words; the words carry it, the colour only helps. */
export function Badge({
  tone = "neutral",
  icon,
  dot = true,
  title,
  children,
  className,
}: BadgeProps) {
  const [box, dotColor] = TONES[tone];
  return (
    <span
      title={title}
      className={cn(
        "inline-flex h-5 max-w-full items-center gap-1.5 whitespace-nowrap rounded-sm border px-1.5 font-medium text-xs [&_svg]:size-3 [&_svg]:shrink-0",
        box,
        className,
      )}
    >
      {icon ??
        (dot && (
          <span aria-hidden="true" className={cn("size-1.5 shrink-0 rounded-full", dotColor)} />
        ))}
      <span className="truncate">{children}</span>
    </span>
  );
}
