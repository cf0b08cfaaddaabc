"use client";

import { Pencil, Plus } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { DialogForm } from "#components/ui/dialog-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Problem } from "#lib/attempt.ts";
import type { AnnotationActions, AnnotationDraft } from "./annotation-actions.ts";

export type AnnotationDialogProps = {
  /** Null for a new one. */
  id: string | null;
  before: AnnotationDraft;
  save: AnnotationActions["save"];
};

/** Writes a note on the charts, or changes one. */
export function AnnotationDialog({ id, before, save }: AnnotationDialogProps) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(before);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const set = (changes: Partial<AnnotationDraft>) => setDraft({ ...draft, ...changes });
  const errorOf = (field: string) => (problem?.field === field ? problem.problem : null);
  const show = (isOpen: boolean) => {
    if (isOpen) setDraft(before);
    setProblem(null);
    setOpen(isOpen);
  };
  const submit = () =>
    start(async () => {
      const result = await save(id, draft);
      if (result) setProblem(result);
      else setOpen(false);
    });
  return (
    <Dialog
      open={open}
      onOpenChange={show}
      trigger={
        id === null ? (
          <Button size="sm" variant="ghost" icon={<Plus aria-hidden="true" />}>
            Add note
          </Button>
        ) : (
          <IconButton size="sm" label={`Edit note: ${before.text}`} icon={<Pencil />} />
        )
      }
      title={id === null ? "New note" : "Edit note"}
      description="Stands on the charts over time of this workspace, for all members. Links and mails leave notes out."
    >
      <DialogForm
        onSubmit={submit}
        submitLabel={id === null ? "Add note" : "Save"}
        pending={pending}
        problem={problem && !problem.field ? problem.problem : null}
      >
        <div className="grid grid-cols-2 gap-3">
          <Field label="Date" error={errorOf("from")}>
            <Input type="date" value={draft.from} onValueChange={(from) => set({ from })} />
          </Field>
          <Field label="Until" optional error={errorOf("to")}>
            <Input type="date" value={draft.to} onValueChange={(to) => set({ to })} />
          </Field>
        </div>
        <Field label="What happened" error={errorOf("text")}>
          <Input
            value={draft.text}
            onValueChange={(text) => set({ text })}
            placeholder="New website live"
            maxLength={300}
            autoComplete="off"
          />
        </Field>
      </DialogForm>
    </Dialog>
  );
}
