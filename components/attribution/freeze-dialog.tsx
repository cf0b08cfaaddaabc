"use client";

import { Snowflake } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { DialogForm } from "#components/ui/dialog-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useToast } from "#components/ui/toast.tsx";

export type FreezeDialogProps = {
  suggestion: string;
  /** Answers where the frozen report stands, or what is wrong. */
  freeze: (name: string) => Promise<{ href: string } | { problem: string }>;
};

/** Keeps the report as it reads now under a name. */
export function FreezeDialog({ suggestion, freeze }: FreezeDialogProps) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(suggestion);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const router = useRouter();
  const toast = useToast();
  const submit = () =>
    start(async () => {
      const result = await freeze(name);
      if ("problem" in result) return setProblem(result.problem);
      setOpen(false);
      setProblem(null);
      toast({
        title: "Frozen as reported",
        tone: "positive",
        action: { label: "Open", onClick: () => router.push(result.href) },
      });
    });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<Snowflake aria-hidden="true" />}>Freeze as reported</Button>}
      title="Freeze as reported"
      description="Keeps these numbers as they read now. Events that arrive late and new channel rules move the report; the frozen one stays and shows what moved."
    >
      <DialogForm onSubmit={submit} submitLabel="Freeze" pending={pending}>
        <Field label="Name" error={problem}>
          <Input value={name} onValueChange={setName} maxLength={200} autoComplete="off" />
        </Field>
      </DialogForm>
    </Dialog>
  );
}
