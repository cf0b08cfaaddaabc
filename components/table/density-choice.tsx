import { cn } from "#components/ui/cn.ts";
import type { TableLayout } from "./table-layout.ts";

type Density = TableLayout["density"];

const DENSITIES: readonly { value: Density; label: string }[] = [
  { value: "comfortable", label: "Comfortable" },
  { value: "compact", label: "Compact" },
];

type DensityChoiceProps = { value: Density; onChange: (value: Density) => void };

/** How high the rows are. */
export function DensityChoice({ value, onChange }: DensityChoiceProps) {
  return (
    <fieldset className="flex rounded-md border border-line bg-sunken p-0.5">
      <legend className="sr-only">Density</legend>
      {DENSITIES.map((density) => (
        <label
          key={density.value}
          className={cn(
            "flex h-6 items-center rounded-sm px-2 text-xs has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus",
            value === density.value
              ? "bg-raised font-medium text-ink shadow-control"
              : "text-ink-muted hover:text-ink",
          )}
        >
          <input
            type="radio"
            name="density"
            className="sr-only"
            checked={value === density.value}
            onChange={() => onChange(density.value)}
          />
          {density.label}
        </label>
      ))}
    </fieldset>
  );
}
