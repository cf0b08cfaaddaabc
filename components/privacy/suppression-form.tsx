"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { CappedCount } from "#lib/count-capped.ts";
import { formatNumber } from "#lib/format.ts";
import type { Found, Outcome } from "./privacy-actions.ts";
import { useSave } from "./use-save.ts";

type SuppressionFormProps = {
  count: CappedCount;
  lookUp: (text: string) => Promise<Found>;
  add: (text: string) => Outcome;
  remove: (text: string) => Outcome;
};

/** Looks a value up: the list holds hashes only, so it can be asked, not read. */
export function SuppressionForm({ count, lookUp, add, remove }: SuppressionFormProps) {
  const [text, setText] = useState("");
  const [found, setFound] = useState<Exclude<Found, { problem: string }> | null>(null);
  const [looking, start] = useTransition();
  const { problem, setProblem, pending, save } = useSave();
  const look = () =>
    start(async () => {
      const answer = await lookUp(text);
      setProblem("problem" in answer ? answer.problem : null);
      setFound("problem" in answer ? null : answer);
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    look();
  };
  return (
    <div className="flex flex-col gap-3">
      <form onSubmit={submit} noValidate className="flex flex-wrap items-end gap-2">
        <Field label="E-mail or LinkedIn profile" className="min-w-48 flex-1">
          <Input
            value={text}
            onValueChange={(value) => {
              setText(value);
              setFound(null);
              setProblem(null);
            }}
            placeholder="ada@acme.example"
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        <Button type="submit" loading={looking}>
          Look up
        </Button>
      </form>
      <div aria-live="polite">
        {problem && <p className="text-danger-text text-sm">{problem}</p>}
        {found && (
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-line bg-sunken px-3 py-2 text-sm">
            <p className="wrap-anywhere min-w-0">
              <span className="font-medium">{found.value}</span>{" "}
              {found.since === null ? (
                "is not on the list."
              ) : (
                <>
                  is on the list since <RelativeTime value={found.since} form="exact" />.
                </>
              )}
            </p>
            {found.since === null ? (
              <Button
                size="sm"
                variant="primary"
                loading={pending}
                onClick={() => save(() => add(found.value), "Added to the list", look)}
              >
                Add to the list
              </Button>
            ) : (
              <ConfirmDialog
                trigger={<Button size="sm">Remove</Button>}
                title={`Let ${found.value} in again?`}
                description="Events about this person are stored and shown from now on. What was dropped does not come back."
                confirmLabel="Remove from the list"
                danger
                onConfirm={async () => {
                  const result = await remove(found.value);
                  if (result === undefined) look();
                  return result;
                }}
              />
            )}
          </div>
        )}
      </div>
      <p className="text-ink-muted text-xs">{countWords(count)}</p>
    </div>
  );
}

function countWords({ count, isCapped }: CappedCount): string {
  if (count === 0) return "Nobody is on the list yet.";
  const number = `${formatNumber(count)}${isCapped ? "+" : ""}`;
  return `${number} ${count === 1 ? "key is" : "keys are"} on the list: e-mails, profiles and sessions. They are stored as keyed hashes, so they can be looked up but not listed.`;
}
