import type { ReactNode } from "react";
import type { Provenance } from "#lib/fact-values.ts";
import { SourceTip } from "./source-tip.tsx";

export type FactItem = {
  label: string;
  /** Absent facts are not drawn. */
  value: ReactNode;
  source?: Provenance | undefined;
  /** The field that it is, for what other events say. */
  field?: string;
};

/** Facts with their names, each with where it comes from. */
export function FactList({ items }: { items: readonly FactItem[] }) {
  const known = items.filter(({ value }) => value !== null && value !== undefined && value !== "");
  return (
    <dl className="flex flex-col gap-y-1.5">
      {known.map(({ label, value, source, field }) => (
        <div key={label} className="group/fact grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3">
          <dt className="text-ink-muted">{label}</dt>
          <dd className="min-w-0 break-words text-ink">
            {value}
            <SourceTip label={label} source={source} field={source && field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
