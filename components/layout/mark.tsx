import { cn } from "#components/ui/cn.ts";

/** The mark: a door left ajar. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn("size-6", className)}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M9 25V8.5A1.5 1.5 0 0 1 10.500 7h11A1.500 1.500 0 0 1 23 8.500V25"
        fill="none"
        className="stroke-accent-ink"
        strokeWidth="2"
        strokeLinecap="round"
        strokeOpacity=".55"
      />
      <path
        d="M9 7.600 17.200 10a1 1 0 0 1 .8.950V25.700a.8.8 0 0 1-1.020.770L9 24.300Z"
        className="fill-accent-ink"
      />
      <circle cx="15.400" cy="17.600" r="1.100" className="fill-accent" />
    </svg>
  );
}
