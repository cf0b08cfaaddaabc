"use client";

import { type FormEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Retention, RetentionKind } from "#lib/privacy/retention.ts";
import type { Outcome } from "./privacy-actions.ts";
import { RETENTION_WORDS } from "./retention-words.ts";
import { useSave } from "./use-save.ts";

type RetentionFormProps = {
  retention: Retention;
  ranges: Readonly<Record<RetentionKind, readonly [min: number, max: number]>>;
  prunedAt: string | null;
  save: (retention: Retention) => Outcome;
};

const textOf = (days: number | null) => (days === null ? "" : String(days));

/** For how many days each kind of data is kept. To keep it for a shorter time is asked about first. */
export function RetentionForm({ retention, ranges, prunedAt, save: action }: RetentionFormProps) {
  const kinds = RETENTION_WORDS.map(({ kind }) => kind);
  const [typed, setTyped] = useState<Record<string, string>>(
    Object.fromEntries(kinds.map((kind) => [kind, textOf(retention[kind])])),
  );
  const [asked, setAsked] = useState<Retention | null>(null);
  const { problem, setProblem, pending, save } = useSave();
  const form = useRef<HTMLFormElement>(null);
  const errors = new Map(kinds.map((kind) => [kind, errorOf(typed[kind] ?? "", ranges[kind])]));
  const [isChecked, setChecked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if ([...errors.values()].some((error) => error !== null)) {
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
      );
      return;
    }
    const next: Retention = { ...retention };
    for (const kind of kinds) next[kind] = typed[kind]?.trim() ? Number(typed[kind]) : null;
    const isShorter = kinds.some(
      (kind) => (next[kind] ?? Infinity) < (retention[kind] ?? Infinity),
    );
    if (isShorter) setAsked(next);
    else save(() => action(next), "Retention saved");
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
      <div className="flex flex-col divide-y divide-line">
        {RETENTION_WORDS.map(({ kind, label, text }) => (
          <Field
            key={kind}
            label={label}
            description={text}
            error={isChecked ? (errors.get(kind) ?? null) : null}
            className="py-3 first:pt-0"
          >
            <span className="flex items-center gap-2 text-ink-muted text-sm">
              <Input
                value={typed[kind] ?? ""}
                onValueChange={(value) => setTyped({ ...typed, [kind]: value })}
                inputMode="numeric"
                autoComplete="off"
                placeholder="Kept"
                className="w-24 tabular-nums"
              />
              days
            </span>
          </Field>
        ))}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-ink-muted text-xs">
          {prunedAt && (
            <>
              Last pruned <RelativeTime value={prunedAt} />.
            </>
          )}
        </p>
        <Button type="submit" variant="primary" loading={pending}>
          Save retention
        </Button>
      </div>
      {problem && (
        <p role="alert" className="text-danger-text text-sm">
          {problem}
        </p>
      )}
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title="Remove what is older?"
        description="Within minutes, and then every day, Foyer removes what was received longer ago than this. That cannot be undone; only a backup still has it."
        confirmLabel="Save and remove"
        danger
        onConfirm={async () => {
          if (!asked) return undefined;
          const result = await action(asked);
          setProblem(null);
          return result;
        }}
      />
    </form>
  );
}

function errorOf(text: string, [min, max]: readonly [number, number]): string | null {
  if (text.trim() === "") return null;
  const days = Number(text);
  if (Number.isInteger(days) && days >= min && days <= max) return null;
  return `Whole days, ${min} to ${max.toLocaleString("en")}, or empty to keep it.`;
}
