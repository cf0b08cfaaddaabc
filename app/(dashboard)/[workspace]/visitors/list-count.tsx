import type { CappedCount } from "#lib/count-capped.ts";
import { formatNumber } from "#lib/format.ts";

/** How many there are, beside the title of a list: "1,234" or "10,000+". */
export async function ListCount({ count }: { count: Promise<CappedCount> }) {
  const { count: found, isCapped } = await count;
  return (
    <span className="text-ink-muted text-sm">
      {formatNumber(found)}
      {isCapped && "+"}
    </span>
  );
}
