"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { DraftLine } from "#lib/scoring/rules-draft.ts";

export type RuleNumbersProps = {
  fields: readonly { id: string; label: string; unit: string }[];
  numbers: DraftLine;
  errors: Readonly<Record<string, string>>;
  onChange: (numbers: DraftLine) => void;
};

/** Single numbers of the rules. */
export function RuleNumbers({ fields, numbers, errors, onChange }: RuleNumbersProps) {
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
      {fields.map(({ id, label, unit }) => (
        <Field key={id} label={label} description={unit} error={errors[`numbers.${id}`]}>
          <Input
            value={numbers[id] ?? ""}
            onValueChange={(text) => onChange({ ...numbers, [id]: text })}
            inputMode="decimal"
            autoComplete="off"
            className="tabular-nums"
          />
        </Field>
      ))}
    </div>
  );
}
