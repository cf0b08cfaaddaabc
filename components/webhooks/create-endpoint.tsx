"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { DialogForm } from "#components/ui/dialog-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Problem } from "#lib/attempt.ts";
import { ConnectSender } from "./connect-sender.tsx";
import type { CreatedEndpoint, WebhookActions } from "./webhook-actions.ts";

export type CreateEndpointProps = {
  create: WebhookActions["create"];
  replaceSecret: WebhookActions["replaceSecret"];
};

/** Makes an endpoint and, in the same dialog, leads through connecting the sender to it. */
export function CreateEndpoint({ create, replaceSecret }: CreateEndpointProps) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<CreatedEndpoint | null>(null);
  const router = useRouter();
  const change = (next: boolean) => {
    setOpen(next);
    if (next || !made) return;
    // Only now: a fresh page would take the first-run text, and this dialog with it, away.
    setMade(null);
    router.refresh();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden="true" />}>
          New endpoint
        </Button>
      }
      title={made ? "Connect the sender" : "New endpoint"}
      description={
        made ? "Two steps, in the webhook settings of Midbound." : "One for each sender or website."
      }
    >
      {made ? (
        <ConnectSender made={made} replaceSecret={replaceSecret} />
      ) : (
        <NameForm create={create} onMade={setMade} />
      )}
    </Dialog>
  );
}

type NameFormProps = {
  create: WebhookActions["create"];
  onMade: (made: CreatedEndpoint) => void;
};

function NameForm({ create, onMade }: NameFormProps) {
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const submit = () =>
    start(async () => {
      const result = await create(name);
      if ("problem" in result) setProblem(result);
      else onMade(result);
    });
  return (
    <DialogForm onSubmit={submit} submitLabel="Create endpoint" pending={pending}>
      <Field
        label="Name"
        description="For you alone; the sender doesn’t see it."
        error={problem?.problem}
      >
        <Input
          value={name}
          onValueChange={setName}
          placeholder="Midbound, main website"
          autoComplete="off"
          maxLength={100}
        />
      </Field>
    </DialogForm>
  );
}
