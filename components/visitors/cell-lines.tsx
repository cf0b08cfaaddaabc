import type { ReactNode } from "react";

type CellLinesProps = { first: ReactNode; second?: ReactNode };

/** Two lines in a table's cell: what it says, and quietly below it what belongs to it. */
export function CellLines({ first, second }: CellLinesProps) {
  return (
    <span className="block min-w-0 leading-[1.125rem]">
      <span dir="auto" className="block truncate">
        {first}
      </span>
      {second && <span className="second-line in-data-[density=compact]:hidden">{second}</span>}
    </span>
  );
}
