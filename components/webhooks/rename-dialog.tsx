"use client";

import { useState, useTransition } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { DialogForm } from "#components/ui/dialog-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { WebhookActions } from "./webhook-actions.ts";

export type RenameDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  endpoint: { id: string; name: string };
  rename: WebhookActions["rename"];
};

export function RenameDialog({ open, onOpenChange, endpoint, rename }: RenameDialogProps) {
  const [name, setName] = useState(endpoint.name);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const submit = () =>
    start(async () => {
      const answer = await rename(endpoint.id, name);
      setProblem(answer ?? null);
      if (answer === undefined) onOpenChange(false);
    });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Rename the endpoint"
      description="Its URL stays the same."
      size="sm"
    >
      <DialogForm onSubmit={submit} submitLabel="Rename" pending={pending}>
        <Field label="Name" error={problem}>
          <Input value={name} onValueChange={setName} autoComplete="off" maxLength={100} />
        </Field>
      </DialogForm>
    </Dialog>
  );
}
