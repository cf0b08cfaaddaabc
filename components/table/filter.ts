/** One thing that a list can be filtered by; its id is the parameter of the URL. */
export type Filter = {
  id: string;
  /** "Country", "Score from". */
  label: string;
} & (
  | { kind: "options"; options: readonly { value: string; label: string }[] }
  | { kind: "text" | "number" | "date"; placeholder?: string }
);

/** How the value of a filter is shown in its chip. */
export function filterValueLabel(filter: Filter, value: string): string {
  if (filter.kind !== "options") return value;
  return filter.options.find((option) => option.value === value)?.label ?? value;
}
