"use client";

import { type ChangeEvent, type KeyboardEvent, useRef, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { CONTROL_CLASS } from "#components/ui/control-class.ts";
import { ProblemText } from "#components/ui/problem-text.tsx";
import type { Outcome, Person } from "./lead-actions.ts";
import { MentionMenu } from "./mention-menu.tsx";

export type NoteFormProps = {
  label: string;
  submitLabel: string;
  team: readonly Person[];
  initial?: string;
  save: (body: string, mentions: string[]) => Outcome;
  onDone?: () => void;
  onCancel?: () => void;
};

/** A text of a few lines. An @ at the start of a word asks whom to mention; Ctrl or Cmd and Enter save. */
export function NoteForm(props: NoteFormProps) {
  const { label, submitLabel, team, initial = "", save, onDone, onCancel } = props;
  const [body, setBody] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, ask] = useState(false);
  const [pending, start] = useTransition();
  const field = useRef<HTMLTextAreaElement>(null);

  const submit = () =>
    start(async () => {
      const named = team.filter(({ name }) => body.includes(`@${name}`));
      const answer = await save(
        body,
        named.map(({ id }) => id),
      );
      setProblem(answer ?? null);
      if (answer !== undefined) return;
      setBody("");
      onDone?.();
    });
  const write = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart } = event.target;
    setBody(value);
    const isLonger = value.length > body.length;
    if (isLonger && /(^|\s)@$/.test(value.slice(0, selectionStart))) ask(true);
  };
  const mention = ({ name }: Person) => {
    const at = field.current?.selectionStart ?? body.length;
    const before = body.slice(0, at).replace(/@$/, "");
    setBody(`${before}@${name} ${body.slice(at)}`);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
    if (event.key === "Escape") onCancel?.();
  };
  return (
    <div className="flex flex-col gap-2">
      <textarea
        ref={field}
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        placeholder="Write a note…"
        rows={initial ? 4 : 2}
        maxLength={10_000}
        value={body}
        onChange={write}
        onKeyDown={press}
        className={cn(CONTROL_CLASS, "field-sizing-content max-h-80 py-1.5 leading-5")}
      />
      <ProblemText text={problem} className="text-xs" />
      <div className="flex items-center gap-2">
        <MentionMenu
          team={team}
          open={isAsking}
          onOpenChange={ask}
          onChoose={mention}
          returnTo={() => field.current}
        />
        <span className="flex-1" />
        {onCancel && (
          <Button size="sm" variant="ghost" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button size="sm" loading={pending} disabled={body.trim() === ""} onClick={submit}>
          {submitLabel}
        </Button>
      </div>
    </div>
  );
}
