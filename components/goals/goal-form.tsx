"use client";

import { useState, useTransition } from "react";
import { DialogForm } from "#components/ui/dialog-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Problem } from "#lib/attempt.ts";
import type { GoalActions, GoalDraft } from "./goal-actions.ts";

const KINDS = [
  { value: "page", label: "A page is viewed" },
  { value: "outlink", label: "A link to another site is followed" },
];

const PATTERN: Record<string, { label: string; example: string; hint: string }> = {
  page: {
    label: "Path",
    example: "/pricing",
    hint: "* stands for anything: /blog/* is every page below /blog. Slashes at the end and what follows ? do not matter.",
  },
  outlink: {
    label: "Address",
    example: "calendly.com/acme/*",
    hint: "Without https:// and www. * stands for anything: calendly.com/* is every link to that site.",
  },
};

export type GoalFormProps = {
  id: string | null;
  before: GoalDraft;
  save: GoalActions["save"];
  onSaved: () => void;
};

export function GoalForm({ id, before, save, onSaved }: GoalFormProps) {
  const [draft, setDraft] = useState(before);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const set = (changes: Partial<GoalDraft>) => setDraft({ ...draft, ...changes });
  const errorOf = (field: string) => (problem?.field === field ? problem.problem : null);
  const submit = () =>
    start(async () => {
      const result = await save(id, draft);
      if (result) setProblem(result);
      else onSaved();
    });
  const pattern = PATTERN[draft.kind] ?? { label: "Pattern", example: "", hint: "" };
  return (
    <DialogForm
      onSubmit={submit}
      submitLabel={id === null ? "Add goal" : "Save"}
      pending={pending}
      problem={["name", "kind", "pattern"].includes(problem?.field ?? "") ? null : problem?.problem}
    >
      <Field label="Name" error={errorOf("name")}>
        <Input
          value={draft.name}
          onValueChange={(name) => set({ name })}
          placeholder="Saw the prices"
          autoComplete="off"
          maxLength={80}
        />
      </Field>
      <Field label="Reached when" error={errorOf("kind")}>
        <Select
          items={KINDS}
          value={draft.kind}
          onValueChange={(kind) => set({ kind })}
          className="w-full"
        />
      </Field>
      <Field label={pattern.label} description={pattern.hint} error={errorOf("pattern")}>
        <Input
          value={draft.pattern}
          onValueChange={(next) => set({ pattern: next })}
          placeholder={pattern.example}
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          className="font-mono"
        />
      </Field>
    </DialogForm>
  );
}
