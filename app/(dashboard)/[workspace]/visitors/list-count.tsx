import { type ReactNode, Suspense } from "react";
import type { CappedCount } from "#lib/count-capped.ts";
import { formatNumber } from "#lib/format.ts";

type ListCountProps = {
  count: Promise<CappedCount>;
  /** Behind the number. */
  children?: ReactNode;
};

/** How many there are, beside the title of a list: "1,234" or "10,000+". */
export function ListCount({ count, children }: ListCountProps) {
  return (
    <>
      <Suspense>
        <Count count={count} />
      </Suspense>
      {children}
    </>
  );
}

async function Count({ count }: { count: Promise<CappedCount> }) {
  const { count: found, isCapped } = await count;
  return (
    <span className="text-ink-muted text-sm">
      {formatNumber(found)}
      {isCapped && "+"}
    </span>
  );
}
