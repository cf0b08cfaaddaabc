import { Card } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

const ROWS = Array.from({ length: 8 }, (_, at) => `row-${at}`);
const WIDTHS = ["w-40", "w-28", "w-32", "w-24", "w-36"];

type TableSkeletonProps = { columns: readonly string[] };

/** Stands for the charts and the table: the same frames, heads and heights. */
export function ReportSkeleton({ columns }: TableSkeletonProps) {
  return (
    <>
      <Card>
        <div className="grid min-h-80 gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div>
            <Skeleton className="mt-1 h-3 w-32" />
            <Skeleton className="mt-2.5 mb-5 h-2.5 w-52" />
            <Skeleton className="h-60" />
          </div>
          <div>
            <Skeleton className="mt-1 h-3 w-24" />
            <Skeleton className="mt-2.5 mb-9 h-2.5 w-40" />
            {ROWS.map((key, at) => (
              <div key={key} className="flex h-7.5 items-center justify-between">
                <Skeleton className={WIDTHS[at % WIDTHS.length]} />
                <Skeleton className="w-10" />
              </div>
            ))}
          </div>
        </div>
      </Card>
      <NumberTableSkeleton columns={columns} />
    </>
  );
}

/** Stands for a table of numbers in its card. */
export function NumberTableSkeleton({ columns }: TableSkeletonProps) {
  return (
    <Card>
      <div role="status">
        <span className="sr-only">Loading…</span>
        <div aria-hidden="true">
          <Skeleton className="mt-0.5 h-3.5 w-36" />
          <Skeleton className="mt-2.5 mb-3.5 h-3 w-72 max-w-full" />
        </div>
      </div>
      <div aria-hidden="true" className="-mx-4 -mb-4 overflow-hidden border-line border-t">
        <div className="flex h-9 items-center gap-6 border-line border-b bg-sunken px-4 font-medium text-ink-muted text-xs">
          {columns.map((column, at) => (
            <span key={column} className={at === 0 ? "flex-1" : "whitespace-nowrap max-sm:hidden"}>
              {column}
            </span>
          ))}
        </div>
        {ROWS.map((key, at) => (
          <div
            key={key}
            className="flex h-9 items-center justify-between border-line border-b px-4"
          >
            <Skeleton className={WIDTHS[(at + 2) % WIDTHS.length]} />
            <Skeleton className="w-24 sm:w-64" />
          </div>
        ))}
      </div>
    </Card>
  );
}
