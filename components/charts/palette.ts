const SIZE = 8;

/** For what the other series are compared with. */
export const MUTED_COLOR = "var(--color-chart-muted)";

/** For a line that lies over the other series: it must be seen on each of them. */
export const DASHED_COLOR = "var(--color-ink)";

/** The colour of the n-th series; after the seventh all share the grey of "the rest". */
export function seriesColor(index: number): string {
  return `var(--color-chart-${Math.min(index + 1, SIZE)})`;
}
