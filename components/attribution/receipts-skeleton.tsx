import { Skeleton } from "#components/ui/skeleton.tsx";

const GROUPS = ["a", "b", "c", "d", "e"];
const LINES = ["w-28", "w-10"];

/** Stands for a page of receipts. */
export function ReceiptsSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-4">
      <span className="sr-only">Loading…</span>
      <Skeleton className="my-1 h-3 w-72 max-w-full" />
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        <div className="h-9 bg-sunken" />
        {GROUPS.map((group) => (
          <div key={group}>
            <div className="flex h-11 items-center justify-between border-line-strong border-t px-4">
              <Skeleton className="w-48" />
              <Skeleton className="w-20" />
            </div>
            {LINES.map((width) => (
              <div
                key={width}
                className="flex h-9 items-center justify-between border-line border-t px-4"
              >
                <Skeleton className={width} />
                <Skeleton className="w-10" />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
