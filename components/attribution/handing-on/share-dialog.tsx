"use client";

import { useState, useTransition } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { DialogForm } from "#components/ui/dialog-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { ShownOnce } from "#components/ui/shown-once.tsx";
import type { Problem } from "#lib/attempt.ts";
import type { Share } from "./hand-on-actions.ts";

export type ShareDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  suggestion: string;
  share: Share;
};

const DAYS = [
  { value: "1", label: "1 day" },
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
];

/** Makes a public link to the report as it stands, and shows it this once. */
export function ShareDialog({ open, onOpenChange, suggestion, share }: ShareDialogProps) {
  const [name, setName] = useState(suggestion);
  const [days, setDays] = useState("30");
  const [made, setMade] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const show = (isOpen: boolean) => {
    if (isOpen) setMade(null);
    setProblem(null);
    onOpenChange(isOpen);
  };
  const submit = () =>
    start(async () => {
      const result = await share({ name, days: Number(days) });
      if ("link" in result) setMade(result.link);
      else setProblem(result);
    });
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => {
        // The link is forgotten with the window that showed it.
        if (!isOpen) setMade(null);
        show(isOpen);
      }}
      title={made ? "Public link" : "Share by public link"}
      description={
        made
          ? "Copy it now: it can’t be shown again, only revoked."
          : "Whoever has the link sees the figures of this report with these dates and choices, without signing in. People, companies, receipts and notes are left out."
      }
    >
      {made ? (
        <ShownOnce name="link" text={made}>
          <p className="text-ink-muted text-sm">
            It holds until it expires. “Links and mails” lists it and revokes it at once.
          </p>
        </ShownOnce>
      ) : (
        <DialogForm
          onSubmit={submit}
          submitLabel="Make link"
          pending={pending}
          problem={problem && !problem.field ? problem.problem : null}
        >
          <Field
            label="Name"
            description="Stands over the figures, for whoever opens the link."
            error={problem?.field === "name" ? problem.problem : null}
          >
            <Input value={name} onValueChange={setName} maxLength={80} autoComplete="off" />
          </Field>
          <Field label="Holds for">
            <Select items={DAYS} value={days} onValueChange={setDays} className="w-full" />
          </Field>
        </DialogForm>
      )}
    </Dialog>
  );
}
