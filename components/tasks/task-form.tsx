"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { TaskInput } from "#lib/leads/tasks/task-input.ts";
import type { Outcome, TaskFrame } from "./task-actions.ts";

export type TaskFormProps = {
  frame: TaskFrame;
  initial?: TaskInput;
  submitLabel: string;
  save: (input: TaskInput) => Outcome;
  onDone?: () => void;
};

/** What is to be done, by when and by whom. */
export function TaskForm({ frame, initial, submitLabel, save, onDone }: TaskFormProps) {
  const [title, setTitle] = useState(initial?.title ?? "");
  const [dueOn, setDueOn] = useState(initial?.dueOn ?? "");
  const [assigneeId, setAssignee] = useState(initial?.assigneeId ?? frame.selfId);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const people = frame.team.map(({ id, name }) => ({ value: id, label: name }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(async () => {
      const answer = await save({ title, dueOn: dueOn || null, assigneeId });
      setProblem(answer ?? null);
      if (answer !== undefined) return;
      if (!initial) {
        setTitle("");
        setDueOn("");
      }
      onDone?.();
    });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-2">
      <Field label="Task" hideLabel error={problem}>
        <Input
          value={title}
          onValueChange={setTitle}
          placeholder="What is to be done?"
          autoComplete="off"
          maxLength={200}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Field label="Due" hideLabel className="w-40 sm:w-36">
          <Input type="date" value={dueOn} onValueChange={setDueOn} />
        </Field>
        <Select
          aria-label="Assignee"
          className="min-w-24 flex-1"
          items={people}
          value={assigneeId}
          onValueChange={setAssignee}
        />
        <Button
          type="submit"
          loading={pending}
          disabled={title.trim() === ""}
          className="max-sm:w-full"
        >
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
