"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { ControlLabel } from "./control-label.tsx";

type PeriodFormProps = {
  from: string;
  to: string;
  onApply: (dates: { from: string; to: string }) => void;
};

const FIRST = "1970-01-01";
const LAST = "2199-12-31";

/** A period of one's own. */
export function PeriodForm(props: PeriodFormProps) {
  const [from, setFrom] = useState(props.from);
  const [to, setTo] = useState(props.to);
  const isReversed = from !== "" && to !== "" && from > to;
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (!isReversed) props.onApply({ from, to });
  };
  return (
    <form
      onSubmit={apply}
      aria-label="Custom period"
      className="mt-1 flex flex-col gap-3 border-line border-t p-2 pt-2.5"
    >
      <DateField label="From" value={from} onChange={setFrom} />
      <DateField
        label="To"
        value={to}
        onChange={setTo}
        error={isReversed ? "Must not be before “From”." : null}
      />
      <Button type="submit" size="sm" className="w-full">
        Apply
      </Button>
    </form>
  );
}

type DateFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | null;
};

function DateField({ label, value, onChange, error }: DateFieldProps) {
  return (
    <Field label={<ControlLabel>{label}</ControlLabel>} error={error ?? null}>
      <Input type="date" required min={FIRST} max={LAST} value={value} onValueChange={onChange} />
    </Field>
  );
}
