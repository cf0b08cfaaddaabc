"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { DialogForm } from "#components/ui/dialog-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { ShownOnce } from "#components/ui/shown-once.tsx";
import type { Problem } from "#lib/attempt.ts";
import { OVERLAP_ITEMS } from "./overlap-items.ts";
import type { WebhookActions } from "./webhook-actions.ts";

export type SecretDialogProps = {
  /** "rotate": we draw a secret and show it once; "paste": the sender's own. */
  mode: "rotate" | "paste";
  open: boolean;
  onClose: () => void;
  endpoint: { id: string; name: string; isUsed: boolean };
  replace: WebhookActions["replaceSecret"];
};

const TITLES = { paste: "Paste the sender’s secret", rotate: "Rotate the secret" } as const;

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
      title={made ? "Copy the new secret" : TITLES[mode]}
      description={
        made
          ? "It is shown only now: copy it into the sender’s settings."
          : mode === "paste"
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
        <ShownOnce name="secret" text={made} />
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
  const submit = () =>
    start(async () => {
      const result = await replace(
        endpoint.id,
        Number(overlap),
        mode === "paste" ? given : undefined,
      );
      if ("problem" in result) setProblem(result);
      else onDone(result.secret);
    });
  return (
    <DialogForm
      onSubmit={submit}
      submitLabel={mode === "paste" ? "Save secret" : "Rotate"}
      pending={pending}
      problem={problem?.field === "secret" ? null : problem?.problem}
    >
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
    </DialogForm>
  );
}
