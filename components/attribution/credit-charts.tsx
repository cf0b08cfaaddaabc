import type { ReactNode } from "react";
import { BarList, type BarListItem } from "#components/charts/bar-list.tsx";
import { seriesColor } from "#components/charts/palette.ts";
import type { Point, Series } from "#components/charts/series.ts";
import { TimeSeriesChart } from "#components/charts/time-series-chart.tsx";
import { Card } from "#components/ui/card.tsx";

export type CreditChartsProps = {
  points: readonly Point[];
  series: readonly Series[];
  /** Credit of each series in the whole period, in the same order. */
  ranked: readonly { key: string; label: string; credit: number; href: string | null }[];
  /** "day". */
  bucket: string;
  timezone: string;
  dimensionLabel: string;
  total: number;
  /** What the dashed line is of. */
  comparedNote: string | null;
  /** At the right of the chart's title. */
  actions: ReactNode;
  /** Below: what is remarked on the chart. */
  notes?: ReactNode;
};

/** Credit over time beside its ranking; the squares of the ranking are the colours of the chart. */
export function CreditCharts(props: CreditChartsProps) {
  const { points, series, ranked, bucket, timezone, dimensionLabel, total } = props;
  const items = ranked.map(
    ({ key, label, credit, href }, at): BarListItem => ({
      key,
      label,
      value: credit,
      icon: (
        <span style={{ backgroundColor: seriesColor(at) }} className="block size-2 rounded-[2px]" />
      ),
      ...(href && { href }),
    }),
  );
  return (
    <Card>
      <div className="grid min-h-80 gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <TimeSeriesChart
          title="Credit over time"
          description={`By ${bucket} of the conversion, ${timezone}${props.comparedNote ?? ""}`}
          actions={props.actions}
          points={points}
          series={series}
          kind="bars"
          unit="conversions"
        />
        <BarList
          title="Most credit"
          description={`Conversions credited to each ${dimensionLabel.toLowerCase()}`}
          items={items}
          label={dimensionLabel}
          valueLabel="Credit"
          total={total}
        />
      </div>
      {props.notes}
    </Card>
  );
}
