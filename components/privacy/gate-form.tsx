"use client";

import { type FormEvent, useState } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Switch } from "#components/ui/switch.tsx";
import type { Gate } from "#lib/privacy/gate.ts";
import { FormEnd } from "./form-end.tsx";
import type { Outcome } from "./privacy-actions.ts";
import { useSave } from "./use-save.ts";

type Typed = { [Key in keyof Gate]: Gate[Key] extends boolean ? boolean : string[] };

type GateFormProps = {
  gate: Gate;
  fields: readonly { value: string; label: string }[];
  save: (gate: Typed) => Outcome;
};

const words = (text: string) =>
  text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);

/** What is not stored: whole events by country and site, and single fields of all others. */
export function GateForm({ gate, fields, save: action }: GateFormProps) {
  const [dropEu, setDropEu] = useState(gate.dropEu);
  const [countries, setCountries] = useState(gate.dropCountries.join(", "));
  const [tenants, setTenants] = useState(gate.dropTenants.join(", "));
  const [dropped, setDropped] = useState<readonly string[]>(gate.dropFields);
  const { problem, pending, save } = useSave();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = {
      dropEu,
      dropCountries: words(countries),
      dropTenants: words(tenants),
      dropFields: [...dropped],
    };
    save(() => action(typed), "Saved. It holds for what arrives from now on.");
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-3 font-medium text-ink text-sm">Whole events</legend>
        <Switch
          label="Visitors from the European Union"
          description="By the session’s network, the stated place or the profile’s: any of them is enough. An event that names no country comes in."
          checked={dropEu}
          onCheckedChange={setDropEu}
        />
        <Field
          label="Visitors from these countries"
          description="Codes or English names, with commas between."
          optional
        >
          <Input
            value={countries}
            onValueChange={setCountries}
            placeholder="CH, GB"
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        <Field
          label="Events of these tenants"
          description="The tenant’s id as sessions carry it."
          optional
        >
          <Input
            value={tenants}
            onValueChange={setTenants}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
          />
        </Field>
      </fieldset>
      <fieldset className="min-w-0">
        <legend className="font-medium text-ink text-sm">Fields of all other events</legend>
        <p className="mt-0.5 text-ink-muted text-xs">
          A message that has one of these is stored without it, so its signature can no longer be
          verified later on.
        </p>
        <div className="mt-3 grid gap-x-6 gap-y-2.5 sm:grid-cols-2">
          {fields.map(({ value, label }) => (
            <Checkbox
              key={value}
              label={label}
              checked={dropped.includes(value)}
              onCheckedChange={(checked) =>
                setDropped(checked ? [...dropped, value] : dropped.filter((one) => one !== value))
              }
            />
          ))}
        </div>
      </fieldset>
      <FormEnd problem={problem} pending={pending} label="Save gates" />
    </form>
  );
}
