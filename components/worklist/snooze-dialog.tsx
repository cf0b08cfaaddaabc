"use client";

import { type FormEvent, useRef, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { useZone } from "#components/ui/viewer-zone.tsx";
import { formatDateTime } from "#lib/format.ts";
import { fieldTime, parseFieldTime, snoozeTimes } from "./snooze-times.ts";
import type { Answer } from "./worklist-actions.ts";

export type SnoozeDialogProps = {
  name: string;
  onClose: () => void;
  snooze: (until: string, wakesOnActivity: boolean) => Answer;
  onDone: () => void;
};

/** Until when an account is put aside. */
export function SnoozeDialog({ name, onClose, snooze, onDone }: SnoozeDialogProps) {
  const [wakes, setWakes] = useState(true);
  const zone = useZone();
  const [times] = useState(() => snoozeTimes(new Date(), zone));
  const [own, setOwn] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const first = useRef<HTMLButtonElement>(null);
  const put = (until: Date) =>
    start(async () => {
      const answer = await snooze(until.toISOString(), wakes);
      if (answer === undefined) onDone();
      else setProblem(answer);
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const until = parseFieldTime(own, zone);
    if (until === null) setProblem("Choose a date and a time.");
    else put(until);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Snooze ${name}`}
      size="sm"
      initialFocus={first}
    >
      <ul className="flex flex-col gap-1">
        {times.map((time, index) => (
          <li key={time.label}>
            <Button
              variant="ghost"
              disabled={pending}
              ref={index === 0 ? first : null}
              onClick={() => put(time.at)}
              className="w-full justify-between"
            >
              <span className="text-ink">{time.label}</span>
              <span className="font-normal text-ink-muted text-xs">
                {formatDateTime(time.at, zone)}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} noValidate className="mt-3 flex items-end gap-2">
        <Field label="Or until" error={problem} className="flex-1">
          <Input
            type="datetime-local"
            min={fieldTime(new Date(), zone)}
            value={own}
            onValueChange={setOwn}
          />
        </Field>
        <Button type="submit" loading={pending} className={problem ? "mb-5.5" : ""}>
          Snooze
        </Button>
      </form>
      <Switch
        label="Wake it when they come back"
        description="A new visit before then brings it back to your list."
        checked={wakes}
        onCheckedChange={setWakes}
        className="mt-4 border-line border-t pt-3"
      />
    </Dialog>
  );
}
