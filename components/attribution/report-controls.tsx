import type { SelectItem } from "#components/ui/select.tsx";
import { Choice } from "./choice.tsx";
import { PeriodControl, type PeriodControlProps } from "./period-control.tsx";

export type ReportControlsProps = {
  goal: string;
  goals: readonly SelectItem[];
  model: string;
  models: readonly SelectItem[];
  dimension: string;
  dimensions: readonly SelectItem[];
  lookback: string;
  lookbacks: readonly SelectItem[];
  period: PeriodControlProps;
  /** What the model does, in one sentence. */
  explanation: string;
};

/** What the report is about. Everything is in the URL. */
export function ReportControls(props: ReportControlsProps) {
  const { goal, model, dimension, lookback, period, explanation } = props;
  return (
    <section aria-label="Report" className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-[10rem_13rem_11rem_9rem_minmax(0,22rem)]">
        <Choice label="Goal" param="goal" value={goal} items={props.goals} />
        <Choice label="Model" param="model" value={model} items={props.models} />
        <Choice label="Dimension" param="dimension" value={dimension} items={props.dimensions} />
        <Choice label="Lookback" param="lookbackDays" value={lookback} items={props.lookbacks} />
        <PeriodControl {...period} className="max-lg:col-span-2" />
      </div>
      <p aria-live="polite" className="min-h-8 text-ink-muted text-xs sm:min-h-4">
        {explanation}
      </p>
    </section>
  );
}
