"use client";

import { useState, useTransition } from "react";
import { CreateDialog } from "#components/ui/create-dialog.tsx";
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
  return (
    <CreateDialog<CreatedEndpoint>
      title="New endpoint"
      description="One for each sender or website."
      form={(onMade) => <NameForm create={create} onMade={onMade} />}
      madeTitle="Connect the sender"
      madeDescription="Two steps, in the webhook settings of Midbound."
      made={(made) => <ConnectSender made={made} replaceSecret={replaceSecret} />}
    />
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
