"use client";

import { useState, useTransition } from "react";
import { cn } from "#components/ui/cn.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { DialogForm } from "#components/ui/dialog-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Outcome } from "./lead-actions.ts";
import { TAG_LOOK } from "./tag-colors.ts";

const COLOR_ITEMS = Object.entries(TAG_LOOK).map(([value, look]) => ({
  value,
  label: value.charAt(0).toUpperCase() + value.slice(1),
  icon: <span aria-hidden="true" className={cn("size-3.5 shrink-0 rounded-sm", look)} />,
}));

export type TagDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  submitLabel: string;
  /** What it is now; without one a new tag is made. */
  tag?: { name: string; color: string };
  save: (name: string, color: string) => Outcome;
};

/** Name and colour of a tag. */
export function TagDialog({ open, onOpenChange, title, submitLabel, tag, save }: TagDialogProps) {
  const [name, setName] = useState(tag?.name ?? "");
  const [color, setColor] = useState(tag?.color ?? "blue");
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const submit = () =>
    start(async () => {
      const answer = await save(name, color);
      setProblem(answer ?? null);
      if (answer !== undefined) return;
      if (!tag) setName("");
      onOpenChange(false);
    });
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} size="sm">
      <DialogForm onSubmit={submit} submitLabel={submitLabel} pending={pending}>
        <Field label="Name" error={problem}>
          <Input value={name} onValueChange={setName} autoComplete="off" maxLength={40} />
        </Field>
        <Field label="Colour">
          <Select items={COLOR_ITEMS} value={color} onValueChange={setColor} />
        </Field>
      </DialogForm>
    </Dialog>
  );
}
