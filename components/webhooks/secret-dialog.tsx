"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { CopyLine } from "./copy-line.tsx";
import { OVERLAP_ITEMS } from "./overlap-items.ts";
import type { Problem, WebhookActions } from "./webhook-actions.ts";

export type SecretDialogProps = {
  /** "rotate": we draw a secret and show it once; "paste": the sender's own. */
  mode: "rotate" | "paste";
  open: boolean;
  onClose: () => void;
  endpoint: { id: string; name: string; isUsed: boolean };
  replace: WebhookActions["replaceSecret"];
};

/** Puts a new secret in the place of the live ones, with an overlap. */
export function SecretDialog(props: SecretDialogProps) {
  const { mode, open, onClose, endpoint, replace } = props;
  const [made, setMade] = useState<string | null>(null);
  const router = useRouter();
  const close = () => {
    setMade(null);
    onClose();
    router.refresh();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title={mode === "paste" ? "Paste the sender’s secret" : "Rotate the secret"}
      description={
        mode === "paste"
          ? `For ${endpoint.name}: the secret that Midbound shows for its webhook.`
          : `For ${endpoint.name}: make a new secret, then give it to the sender.`
      }
    >
      {made === null ? (
        <SecretForm
          mode={mode}
          endpoint={endpoint}
          replace={replace}
          onDone={(secret) => (mode === "paste" ? close() : setMade(secret))}
        />
      ) : (
        <div className="flex flex-col gap-4">
          <p className="text-sm">
            This is the new secret. It is shown only now: copy it into the sender’s settings.
          </p>
          <CopyLine name="secret" text={made} withLabel />
          <DialogClose
            render={
              <Button variant="primary" className="self-end">
                Done
              </Button>
            }
          />
        </div>
      )}
    </Dialog>
  );
}

type SecretFormProps = Pick<SecretDialogProps, "mode" | "endpoint" | "replace"> & {
  onDone: (secret: string) => void;
};

function SecretForm({ mode, endpoint, replace, onDone }: SecretFormProps) {
  const [overlap, setOverlap] = useState(endpoint.isUsed ? "24" : "0");
  const [given, setGiven] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(async () => {
      const result = await replace(
        endpoint.id,
        Number(overlap),
        mode === "paste" ? given : undefined,
      );
      if ("problem" in result) setProblem(result);
      else onDone(result.secret);
    });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {mode === "paste" && (
        <Field
          label="Secret"
          error={problem?.field === "secret" ? problem.problem : null}
          description="It begins with whsec_. We keep it encrypted and never show it again."
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
      )}
      <Field
        label="Keep the current secret working"
        description="Until then deliveries signed with either one are taken."
      >
        <Select items={OVERLAP_ITEMS} value={overlap} onValueChange={setOverlap} />
      </Field>
      {problem && problem.field !== "secret" && (
        <p role="alert" className="text-danger-text text-sm">
          {problem.problem}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" loading={pending}>
          {mode === "paste" ? "Save secret" : "Rotate"}
        </Button>
      </div>
    </form>
  );
}
