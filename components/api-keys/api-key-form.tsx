"use client";

import { useState, useTransition } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { DialogForm } from "#components/ui/dialog-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Problem } from "#lib/attempt.ts";
import type { ApiKeyActions } from "./api-key-actions.ts";
import { SCOPE_ITEMS } from "./scope-items.ts";

const USUAL = ["visitors:read", "companies:read", "sessions:read", "attribution:read"];

export type ApiKeyFormProps = { create: ApiKeyActions["create"]; onMade: (key: string) => void };

export function ApiKeyForm({ create, onMade }: ApiKeyFormProps) {
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly string[]>(USUAL);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const toggle = (scope: string, checked: boolean) =>
    setScopes(checked ? [...scopes, scope] : scopes.filter((each) => each !== scope));
  const submit = () =>
    start(async () => {
      const result = await create(name, [...scopes]);
      if ("problem" in result) setProblem(result);
      else onMade(result.key);
    });
  return (
    <DialogForm
      onSubmit={submit}
      submitLabel="Create key"
      pending={pending}
      problem={problem?.field === "name" ? null : problem?.problem}
    >
      <Field label="Name" error={problem?.field === "name" ? problem.problem : null}>
        <Input
          value={name}
          onValueChange={setName}
          placeholder="CRM sync"
          autoComplete="off"
          maxLength={100}
        />
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium text-sm">It may</legend>
        {SCOPE_ITEMS.map(({ value, label, hint }) => (
          <Checkbox
            key={value}
            label={label}
            description={hint}
            checked={scopes.includes(value)}
            onCheckedChange={(checked) => toggle(value, checked)}
          />
        ))}
      </fieldset>
    </DialogForm>
  );
}
