import { RefreshEvery } from "#components/layout/refresh-every.tsx";
import { Progress } from "#components/ui/progress.tsx";

/** How far scoring everybody anew has come; the page is read again until it is through. */
export function RecomputeProgress({ done, total }: { done: number; total: number | null }) {
  return (
    <div className="rounded-lg border border-line bg-surface px-4 py-3">
      <RefreshEvery ms={1_500} />
      <Progress
        label="Scoring everybody by the new rules"
        value={total === null ? null : Math.min(done, total)}
        max={total ?? 100}
      />
      <p className="mt-1.5 text-ink-muted text-xs">
        You can leave this page. Until their turn comes, people keep the score they had.
      </p>
    </div>
  );
}
