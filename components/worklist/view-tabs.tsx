import { LinkTabs } from "#components/ui/link-tabs.tsx";
import type { CappedCount } from "#lib/count-capped.ts";
import { formatCompact, formatNumber } from "#lib/format.ts";
import type { WorklistView } from "#lib/worklist/search-params.ts";

const LABELS: readonly (readonly [WorklistView, string])[] = [
  ["new", "New"],
  ["mine", "Mine"],
  ["team", "Claimed by others"],
  ["waiting", "Waiting"],
  ["done", "Done"],
];

type ViewTabsProps = {
  /** The path of the worklist. */
  path: string;
  active: WorklistView;
  /** Left out while they are being counted. */
  counts?: Readonly<Record<WorklistView, CappedCount>>;
};

/** The views with how much is in each; beyond the cap "10K+". */
export function ViewTabs({ path, active, counts }: ViewTabsProps) {
  return (
    <LinkTabs
      label="Views"
      items={LABELS.map(([view, label]) => ({
        href: view === "new" ? path : `${path}?view=${view}`,
        active: view === active,
        label: (
          <>
            {label}
            {counts && <Count {...counts[view]} />}
          </>
        ),
      }))}
    />
  );
}

function Count({ count, isCapped }: CappedCount) {
  return (
    <span
      title={`${formatNumber(count)}${isCapped ? " or more" : ""}`}
      className="rounded-sm bg-hover px-1 font-normal text-2xs text-ink-muted"
    >
      {formatCompact(count)}
      {isCapped && "+"}
    </span>
  );
}
