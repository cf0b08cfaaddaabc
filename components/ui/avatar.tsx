import { initialsOf } from "#lib/format.ts";
import { cn } from "./cn.ts";

const SIZES = {
  sm: "size-6 text-2xs",
  md: "size-7 text-2xs",
  lg: "size-10 text-sm",
  xl: "size-14 text-xl",
} as const;

const TINTS = ["bg-tint-1", "bg-tint-2", "bg-tint-3", "bg-tint-4", "bg-tint-5", "bg-tint-6"];

export type AvatarProps = {
  name: string | null | undefined;
  size?: keyof typeof SIZES;
  shape?: "circle" | "square";
  className?: string;
};

/** Beside a name that is written out, so it is hidden from screen readers. */
export function Avatar({ name, size = "md", shape = "circle", className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "inline-flex shrink-0 select-none items-center justify-center overflow-hidden font-semibold text-ink tracking-normal",
        name ? tintOf(name) : "bg-sunken text-ink-faint",
        shape === "circle" ? "rounded-full" : size === "sm" ? "rounded-sm" : "rounded-md",
        SIZES[size],
        className,
      )}
    >
      {shape === "square" ? initialsOf(name).slice(0, 1) : initialsOf(name)}
    </span>
  );
}

/** The same name has the same colour everywhere. */
function tintOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return TINTS[sum % TINTS.length] ?? "bg-sunken";
}
