import type { ColoredSeries } from "./series.ts";

/** How a series looks in a legend: a square of its colour, or a dashed line. */
export function SeriesMark({ color, dashed }: ColoredSeries) {
  return dashed ? (
    <span style={{ borderColor: color }} className="w-3.5 shrink-0 border-t-2 border-dashed" />
  ) : (
    <span style={{ backgroundColor: color }} className="size-2 shrink-0 rounded-[2px]" />
  );
}
