"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { AssignmentActions } from "./assignment-actions.ts";

type SlaFormProps = { slaHours: number; save: AssignmentActions["setSlaHours"] };

/** After how many hours a visit that nobody has attended to is late. */
export function SlaForm({ slaHours, save }: SlaFormProps) {
  const [hours, setHours] = useState(String(slaHours));
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const toast = useToast();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(async () => {
      const answer = await save(hours);
      setProblem(answer ?? null);
      if (answer === undefined) toast({ title: "Saved" });
    });
  };
  return (
    <form onSubmit={submit} noValidate className="flex items-start gap-2">
      <Field label="Late after, in hours" error={problem} className="w-52">
        <div className="flex gap-2">
          <Input
            type="number"
            min={1}
            max={720}
            value={hours}
            onValueChange={setHours}
            className="w-24"
          />
          <Button type="submit" loading={pending}>
            Save
          </Button>
        </div>
      </Field>
    </form>
  );
}
