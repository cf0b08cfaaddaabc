import { cn } from "./cn.ts";

const BASE =
  "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md font-medium transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50 data-disabled:pointer-events-none data-disabled:opacity-50 [&_svg]:shrink-0";

const VARIANTS = {
  primary: "bg-accent text-accent-ink shadow-control hover:bg-accent-hover",
  secondary:
    "border border-line-strong bg-raised text-ink shadow-control hover:bg-hover data-popup-open:bg-hover",
  ghost: "text-ink-muted hover:bg-hover hover:text-ink data-popup-open:bg-hover",
  danger: "bg-danger-solid text-accent-ink shadow-control hover:bg-danger-hover",
} as const;

const SIZES = {
  sm: "h-7 gap-1.5 px-2.5 text-xs [&_svg]:size-3.5",
  md: "h-8 gap-1.5 px-3 text-sm [&_svg]:size-4",
  lg: "h-10 gap-2 px-4 text-base [&_svg]:size-4",
} as const;

const SQUARES = { sm: "size-7 px-0", md: "size-8 px-0", lg: "size-10 px-0" } as const;

export type ButtonVariant = keyof typeof VARIANTS;
export type ButtonSize = keyof typeof SIZES;

/** How every button looks, also the ones that are links. */
export function buttonClass(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "md",
  square = false,
): string {
  return cn(BASE, VARIANTS[variant], SIZES[size], square && SQUARES[size]);
}
