import { formatCompact, formatNumber } from "#lib/format.ts";

export function TabCount({ count }: { count: number | undefined }) {
  if (count === undefined) return null;
  return (
    <span
      title={formatNumber(count)}
      className="rounded-sm bg-hover px-1 font-normal text-2xs text-ink-muted"
    >
      {formatCompact(count)}
    </span>
  );
}
