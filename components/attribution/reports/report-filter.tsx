import { Choice } from "#components/attribution/choice.tsx";
import { PeriodControl } from "#components/attribution/period-control.tsx";
import type { ReportControlsProps } from "#components/attribution/report-controls.tsx";

type ReportFilterProps = Pick<
  ReportControlsProps,
  "goal" | "goals" | "model" | "models" | "period"
> & { choices: readonly ("goal" | "model")[] };

/** The choices of a report that does not share credit by itself. Everything is in the URL. */
export function ReportFilter({ choices, ...props }: ReportFilterProps) {
  return (
    <section aria-label="Report" className="flex flex-wrap gap-3">
      {choices.includes("goal") && (
        <Choice
          label="Goal"
          param="goal"
          value={props.goal}
          items={props.goals}
          className="w-40 max-sm:flex-1"
        />
      )}
      {choices.includes("model") && (
        <Choice
          label="Model"
          param="model"
          value={props.model}
          items={props.models}
          className="w-52 max-sm:flex-1"
        />
      )}
      <PeriodControl {...props.period} className="w-full sm:w-88" />
    </section>
  );
}
