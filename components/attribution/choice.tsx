"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useOptimistic } from "react";
import { searchHref } from "#components/table/search-href.ts";
import { Field } from "#components/ui/field.tsx";
import { Select, type SelectItem } from "#components/ui/select.tsx";
import { ControlLabel } from "./control-label.tsx";
import { useReportGo } from "./report-pending.tsx";

type ChoiceProps = {
  label: string;
  /** The parameter of the URL that it sets. */
  param: string;
  value: string;
  items: readonly SelectItem[];
  className?: string;
};

/** A select whose value lives in the URL. It shows the new value at once, before the page follows. */
export function Choice({ label, param, value, items, className }: ChoiceProps) {
  const path = usePathname();
  const query = useSearchParams();
  const go = useReportGo();
  const [shown, setShown] = useOptimistic(value);
  return (
    <Field label={<ControlLabel>{label}</ControlLabel>} className={className}>
      <Select
        aria-label={label}
        value={shown}
        items={items}
        onValueChange={(next) => {
          if (next === shown) return;
          go(searchHref(path, query.toString(), { [param]: next }), () => setShown(next));
        }}
      />
    </Field>
  );
}
