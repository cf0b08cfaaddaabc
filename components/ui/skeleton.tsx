import { cn } from "./cn.ts";

/** A grey stand-in; give it the size of what it stands for. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn("block h-3.5 w-full animate-shimmer rounded-sm bg-hover", className)}
    />
  );
}
