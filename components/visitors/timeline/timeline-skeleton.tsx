import { Skeleton } from "#components/ui/skeleton.tsx";

const SESSIONS = [3, 4, 2];

/** Stands for a Timeline: the same boxes, heads and height of lines. */
export function TimelineSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">Loading…</span>
      <Skeleton className="mb-1 h-3 w-24" />
      {SESSIONS.map((lines) => (
        <div key={lines} className="overflow-hidden rounded-lg border border-line">
          <div className="flex h-[3.75rem] flex-col justify-center gap-2 border-line border-b bg-sunken px-4">
            <Skeleton className="w-32" />
            <Skeleton className="h-3 w-64 max-w-full" />
          </div>
          {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key) => (
            <div
              key={key}
              className="flex h-9 items-center justify-between border-line border-b px-4 last:border-b-0"
            >
              <Skeleton className="w-56 max-w-[60%]" />
              <Skeleton className="w-14" />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
