"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(async () => {
      const answer = await rename(endpoint.id, name);
      setProblem(answer ?? null);
      if (answer === undefined) onOpenChange(false);
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Rename the endpoint"
      description="Its URL stays the same."
      size="sm"
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Name" error={problem}>
          <Input value={name} onValueChange={setName} autoComplete="off" maxLength={100} />
        </Field>
        <div className="flex justify-end gap-2">
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" variant="primary" loading={pending}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
