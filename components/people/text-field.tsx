"use client";

import { Field } from "#components/ui/field.tsx";
import { Input, type InputProps } from "#components/ui/input.tsx";
import type { FormState } from "#lib/auth/form-state.ts";

export type TextFieldProps = Omit<InputProps, "name"> & {
  name: string;
  label: string;
  description?: string;
  state: FormState;
};

/** A field of a form with an action: it shows its own error and keeps what was typed. */
export function TextField({ name, label, description, state, ...rest }: TextFieldProps) {
  return (
    <Field label={label} description={description} error={state.errors?.[name]} name={name}>
      {/* The key remounts the input with what was typed: React empties a form after its action. */}
      <Input
        key={state.values?.[name]}
        name={name}
        defaultValue={state.values?.[name]}
        {...rest}
        className="h-9"
      />
    </Field>
  );
}
