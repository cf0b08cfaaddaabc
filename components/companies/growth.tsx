import { ArrowDownRight, ArrowUpRight, Minus } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { formatPercent } from "#lib/format.ts";

export type GrowthItem = { label: string; percent: number | null };

/** Changes over several spans, side by side; the ones that are not known are left out. */
export function GrowthRow({ items }: { items: readonly GrowthItem[] }) {
  const known = items.filter(({ percent }) => percent !== null);
  if (known.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2">
      {known.map(({ label, percent }) => (
        <div key={label}>
          <dt className="text-ink-muted text-xs">{label}</dt>
          <dd>
            <Growth percent={percent ?? 0} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The direction has an arrow and a sign; the colour only helps. */
function Growth({ percent }: { percent: number }) {
  const Arrow = percent > 0 ? ArrowUpRight : percent < 0 ? ArrowDownRight : Minus;
  const ink =
    percent > 0 ? "text-positive-text" : percent < 0 ? "text-danger-text" : "text-ink-muted";
  return (
    <span className={cn("inline-flex items-center gap-0.5 font-medium", ink)}>
      <Arrow aria-hidden="true" className="size-3.5" />
      {percent > 0 && "+"}
      {formatPercent(percent / 100)}
    </span>
  );
}
