import { Skeleton } from "#components/ui/skeleton.tsx";

const LINES = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** Stands for the list: the same frame and height of rows. */
export function WorklistSkeleton() {
  return (
    <div
      role="status"
      className="divide-y divide-line overflow-clip rounded-lg border border-line bg-surface"
    >
      <span className="sr-only">Loading…</span>
      {LINES.map((line) => (
        <div
          key={line}
          aria-hidden="true"
          className="flex h-[3.625rem] items-center gap-4 px-4 max-md:h-28"
        >
          <Skeleton className="size-7 shrink-0 rounded-md" />
          <Skeleton className="w-36" />
          <Skeleton className="w-80 max-md:hidden" />
        </div>
      ))}
    </div>
  );
}
