"use client";

import { type FormEvent, useId, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

type ViewDialogProps = {
  title: string;
  description?: string;
  name: string;
  isShared: boolean;
  onClose: () => void;
  /** Resolves with what was wrong, if anything was. */
  onSave: (view: { name: string; isShared: boolean }) => Promise<string | undefined>;
};

/** Name of a view, and who sees it. */
export function ViewDialog(props: ViewDialogProps) {
  const form = useId();
  const [name, setName] = useState(props.name);
  const [isShared, setShared] = useState(props.isShared);
  const [problem, setProblem] = useState<string>();
  const [pending, start] = useTransition();
  const save = (event: FormEvent) => {
    event.preventDefault();
    start(async () => {
      const wrong = await props.onSave({ name, isShared });
      setProblem(wrong);
      if (wrong === undefined) props.onClose();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      size="sm"
      title={props.title}
      description={props.description}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={form} variant="primary" loading={pending}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className="flex flex-col gap-4">
        <Field label="Name" name="name" error={problem}>
          <Input value={name} onValueChange={setName} maxLength={60} required autoFocus />
        </Field>
        <Checkbox
          label="Shared with everybody"
          description="Without this only you see it."
          checked={isShared}
          onCheckedChange={setShared}
        />
      </form>
    </Dialog>
  );
}
