import { Skeleton } from "#components/ui/skeleton.tsx";

export type TableSkeletonProps = {
  /** The heads, in words, as the table will have them. */
  columns: readonly string[];
  rows?: number;
};

const WIDTHS = ["w-32", "w-20", "w-24", "w-16", "w-28"];

/** Stands for a DataTable: the same frame, head and height of rows. */
export function TableSkeleton({ columns, rows = 10 }: TableSkeletonProps) {
  return (
    <div role="status" className="overflow-hidden rounded-lg border border-line bg-surface">
      <span className="sr-only">Loading…</span>
      <table
        aria-hidden="true"
        className="w-full border-separate border-spacing-0 text-left text-sm"
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                className="h-9 whitespace-nowrap border-line border-b bg-sunken px-3 font-medium text-ink-muted text-xs first:pl-4"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key, row) => (
            <tr key={key} className="group/row">
              {columns.map((column, at) => (
                <td
                  key={column}
                  className="h-11 border-line border-b px-3 first:pl-4 group-last/row:border-b-0"
                >
                  <Skeleton className={WIDTHS[(row + at * 2) % WIDTHS.length]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
