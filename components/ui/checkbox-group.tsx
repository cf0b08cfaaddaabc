import type { ReactNode } from "react";
import { Checkbox } from "./checkbox.tsx";
import { cn } from "./cn.ts";

export type CheckboxGroupProps = {
  legend: ReactNode;
  legendClassName: string;
  options: readonly { id: string; name: string }[];
  /** The ids of those that are chosen. */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  className?: string;
};

/** Any number of a few things, each with its box. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { legend, legendClassName, options, chosen, onChange, className } = props;
  return (
    <fieldset className={cn("grid gap-x-4 gap-y-1 sm:grid-cols-2", className)}>
      <legend className={legendClassName}>{legend}</legend>
      {options.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onCheckedChange={(isOn) =>
            onChange(isOn ? [...chosen, id] : chosen.filter((each) => each !== id))
          }
        />
      ))}
    </fieldset>
  );
}
