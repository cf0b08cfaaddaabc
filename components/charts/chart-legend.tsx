import type { ColoredSeries } from "./series.ts";
import { SeriesMark } from "./series-mark.tsx";

/** The tables behind the charts say the same, so screen readers skip this. */
export function ChartLegend({ series }: { series: readonly ColoredSeries[] }) {
  return (
    <ul aria-hidden="true" className="mt-3 flex flex-wrap gap-x-4 gap-y-1.5 text-ink-muted text-xs">
      {series.map((each) => (
        <li key={each.key} className="flex min-w-0 items-center gap-1.5">
          <SeriesMark {...each} />
          <span className="max-w-48 truncate">{each.label}</span>
        </li>
      ))}
    </ul>
  );
}
