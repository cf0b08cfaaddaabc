import { ChartNoAxesColumn } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ChartLegend } from "./chart-legend.tsx";
import { ChartTitle } from "./chart-title.tsx";
import { DataTwin, type DataTwinProps } from "./data-twin.tsx";
import type { ColoredSeries } from "./series.ts";

/** What every chart takes. */
export type ChartBase = {
  title: string;
  description?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  /** What is counted, on the axis: "visitors". */
  unit?: string;
  /** Height of the drawing in pixels; kept while it loads and when it is empty. */
  height?: number;
  /** What to say when there is nothing to draw. */
  emptyTitle?: string;
  emptyText?: string;
  /** The level of the title in the page's outline. */
  level?: 2 | 3;
  className?: string;
};

type ChartFrameProps = Omit<ChartBase, "unit"> & {
  empty: boolean;
  legend?: readonly ColoredSeries[];
  twin: Omit<DataTwinProps, "caption">;
  children: ReactNode;
};

export function ChartFrame(props: ChartFrameProps) {
  const { title, description, actions, level, height, empty, legend, twin, children, className } =
    props;
  return (
    <figure className={cn("m-0 min-w-0", className)}>
      <figcaption>
        <ChartTitle title={title} description={description} actions={actions} level={level} />
      </figcaption>
      {empty ? (
        <div style={{ minHeight: height }} className="flex items-center justify-center">
          <EmptyState
            compact
            icon={<ChartNoAxesColumn />}
            title={props.emptyTitle ?? "Nothing to draw yet"}
            text={props.emptyText ?? "There is no data for this period."}
          />
        </div>
      ) : (
        <>
          <div style={{ height }} className="relative">
            {children}
          </div>
          {legend && legend.length > 1 && <ChartLegend series={legend} />}
          <DataTwin caption={title} {...twin} />
        </>
      )}
    </figure>
  );
}
