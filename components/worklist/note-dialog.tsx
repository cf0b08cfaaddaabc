"use client";

import { useRef, useState, useTransition } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { DialogForm } from "#components/ui/dialog-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { Answer } from "./worklist-actions.ts";

export type NoteDialogProps = {
  name: string;
  onClose: () => void;
  write: (body: string) => Answer;
  onDone: () => void;
};

/** A note on an account, for the whole team. */
export function NoteDialog({ name, onClose, write, onDone }: NoteDialogProps) {
  const [body, setBody] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const field = useRef<HTMLElement>(null);
  const save = () =>
    start(async () => {
      const answer = await write(body);
      if (answer === undefined) onDone();
      else setProblem(answer);
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Note on ${name}`}
      initialFocus={field}
    >
      <DialogForm onSubmit={save} submitLabel="Save note" pending={pending}>
        <Field label="Note" error={problem} description="Everybody in the workspace can read it.">
          <Textarea
            ref={field}
            value={body}
            onValueChange={setBody}
            rows={5}
            maxLength={10_000}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) save();
            }}
          />
        </Field>
      </DialogForm>
    </Dialog>
  );
}
