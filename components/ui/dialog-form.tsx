"use client";

import type { FormEvent, ReactNode } from "react";
import { Button } from "./button.tsx";
import { DialogClose } from "./dialog.tsx";
import { ProblemText } from "./problem-text.tsx";

export type DialogFormProps = {
  onSubmit: () => void;
  submitLabel: string;
  pending: boolean;
  /** What is wrong with the form as a whole; a single field says it itself. */
  problem?: string | null | undefined;
  children: ReactNode;
};

/** A form that fills a dialog: its fields, what is wrong, and the buttons to give up or go on. */
export function DialogForm(props: DialogFormProps) {
  const { onSubmit, submitLabel, pending, problem, children } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {children}
      <ProblemText text={problem} />
      <div className="flex justify-end gap-2">
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" loading={pending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
