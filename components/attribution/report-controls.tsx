import type { SelectItem } from "#components/ui/select.tsx";
import { Choice } from "./choice.tsx";
import { ComparisonControl, type ComparisonControlProps } from "./comparison-control.tsx";
import { PeriodControl, type PeriodControlProps } from "./period-control.tsx";
import { VisitorFilterBar } from "./visitor-filter-bar.tsx";

export type ReportControlsProps = {
  goal: string;
  goals: readonly SelectItem[];
  model: string;
  models: readonly SelectItem[];
  dimension: string;
  dimensions: readonly SelectItem[];
  second: string;
  seconds: readonly SelectItem[];
  lookback: string;
  lookbacks: readonly SelectItem[];
  period: PeriodControlProps;
  /** Null where nothing is compared. */
  comparison: ComparisonControlProps | null;
  /** Those that visitors are in, and the one that is asked for. */
  countries: readonly string[];
  /** What the model does, in one sentence. */
  explanation: string;
};

/** What the report is about. Everything is in the URL. */
export function ReportControls(props: ReportControlsProps) {
  const { goal, model, dimension, second, lookback, period, comparison, explanation } = props;
  return (
    <section aria-label="Report" className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-3 lg:max-w-7xl lg:grid-cols-6">
        <Choice label="Goal" param="goal" value={goal} items={props.goals} />
        <Choice
          label="Model"
          param="model"
          value={model}
          items={props.models}
          className="lg:col-span-2"
        />
        <Choice label="Dimension" param="dimension" value={dimension} items={props.dimensions} />
        <Choice
          label="Second dimension"
          param="secondDimension"
          value={second}
          items={props.seconds}
        />
        <Choice
          label="Lookback"
          param="lookbackDays"
          value={lookback}
          items={props.lookbacks}
          className="max-lg:col-span-2"
        />
        <PeriodControl {...period} className="max-sm:col-span-2 lg:col-span-3" />
        {comparison && (
          <ComparisonControl {...comparison} className="max-sm:col-span-2 lg:col-span-3" />
        )}
      </div>
      <VisitorFilterBar countries={props.countries} />
      <p aria-live="polite" className="min-h-8 text-ink-muted text-xs sm:min-h-4">
        {explanation}
      </p>
    </section>
  );
}
