"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { CheckboxGroup } from "#components/ui/checkbox-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { ProblemText } from "#components/ui/problem-text.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { Problem } from "#lib/attempt.ts";
import type { MailDraft } from "./hand-on-actions.ts";
import { RhythmFields } from "./rhythm-fields.tsx";

export type MailFormProps = {
  before: MailDraft;
  team: readonly { id: string; name: string }[];
  /** Only admins may add people from outside. */
  mayWriteOutside: boolean;
  timezone: string;
  listHref: string;
  save: (draft: MailDraft) => Promise<Problem | undefined>;
};

/** When a report is mailed, and to whom. */
export function MailForm(props: MailFormProps) {
  const { before, team, mayWriteOutside, timezone, listHref, save } = props;
  const router = useRouter();
  const [draft, setDraft] = useState(before);
  const [outside, setOutside] = useState(before.addresses.join("\n"));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const set = (changes: Partial<MailDraft>) => setDraft({ ...draft, ...changes });
  // What is wrong with one of the addresses stands at `addresses.2`.
  const wrongField = problem?.field?.split(".")[0] ?? "";
  const errorOf = (field: string) => (wrongField === field ? problem?.problem : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(async () => {
      const addresses = outside.split(/[\s,;]+/).filter(Boolean);
      const result = await save({ ...draft, addresses });
      if (result) setProblem(result);
      else router.push(listHref);
    });
  };
  const isWhole = problem && !["name", "addresses"].includes(wrongField);
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <Field label="Name" description="The subject of the mail." error={errorOf("name")}>
        <Input
          value={draft.name}
          onValueChange={(name) => set({ name })}
          maxLength={80}
          autoComplete="off"
        />
      </Field>
      <RhythmFields draft={draft} timezone={timezone} onChange={set} />
      <CheckboxGroup
        legend="Members who get it"
        legendClassName="mb-1.5 font-medium text-ink text-sm"
        options={team}
        chosen={draft.memberIds}
        onChange={(memberIds) => set({ memberIds })}
      />
      {(mayWriteOutside || before.addresses.length > 0) && (
        <Field
          label="Other addresses"
          optional
          description="One in a line. They get the same figures; the link to the report needs a sign-in."
          error={errorOf("addresses")}
        >
          <Textarea
            value={outside}
            onValueChange={setOutside}
            rows={3}
            disabled={!mayWriteOutside}
          />
        </Field>
      )}
      <ProblemText text={isWhole ? problem.problem : null} />
      <div className="flex justify-end gap-2">
        <LinkButton href={listHref}>Cancel</LinkButton>
        <Button type="submit" variant="primary" loading={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
