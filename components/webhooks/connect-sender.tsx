"use client";

import { CircleCheck } from "lucide-react";
import { type FormEvent, type ReactNode, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { CopyLine } from "#components/ui/copy-line.tsx";
import { DialogClose } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { CreatedEndpoint, WebhookActions } from "./webhook-actions.ts";

export type ConnectSenderProps = {
  made: CreatedEndpoint;
  replaceSecret: WebhookActions["replaceSecret"];
};

/** The URL for the sender, and one secret for both: the sender's own, or the one that we drew. */
export function ConnectSender({ made, replaceSecret }: ConnectSenderProps) {
  const [saved, setSaved] = useState(false);
  return (
    <div className="flex flex-col gap-5">
      <Step number={1} title="Give Midbound this URL">
        <CopyLine name="URL" text={made.url} withLabel />
      </Step>
      <Step number={2} title="Share one secret">
        {saved ? (
          <p role="status" className="flex items-center gap-2 text-sm">
            <CircleCheck aria-hidden="true" className="size-4 text-positive-text" />
            Saved. Deliveries signed with Midbound’s secret are taken from now on.
          </p>
        ) : (
          <div className="flex flex-col gap-4">
            <PasteForm
              save={(given) => replaceSecret(made.id, 0, given)}
              onSaved={() => setSaved(true)}
            />
            <div className="flex flex-col gap-1.5">
              <p className="text-ink-muted text-xs">
                Or, if your sender asks for a secret, give it ours. It is shown only now.
              </p>
              <CopyLine name="secret" text={made.secret} withLabel />
            </div>
          </div>
        )}
      </Step>
      <DialogClose
        render={
          <Button variant="primary" className="self-end">
            Done
          </Button>
        }
      />
    </div>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium text-sm">
        {number}. {title}
      </h3>
      {children}
    </section>
  );
}

type PasteFormProps = {
  save: (given: string) => ReturnType<WebhookActions["replaceSecret"]>;
  onSaved: () => void;
};

function PasteForm({ save, onSaved }: PasteFormProps) {
  const [given, setGiven] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(async () => {
      const result = await save(given);
      if ("problem" in result) setProblem(result.problem);
      else onSaved();
    });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-2">
      <Field
        label="Paste the secret that Midbound shows"
        description="It begins with whsec_ and takes the place of ours."
        error={problem}
      >
        <Input
          value={given}
          onValueChange={setGiven}
          placeholder="whsec_…"
          autoComplete="off"
          spellCheck={false}
          className="font-mono text-xs"
        />
      </Field>
      <Button
        type="submit"
        size="sm"
        loading={pending}
        disabled={given.trim() === ""}
        className="self-start"
      >
        Save secret
      </Button>
    </form>
  );
}
